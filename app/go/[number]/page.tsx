import { notFound, redirect } from 'next/navigation';
import { isArticleNumber, pathOfArticle } from '#lib/knowledge/article-number.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { kindOfNumber, pathOfNumber } from '#lib/task/kind.ts';

/** Leads from any number to the page of the record or the article, which says whether there is one. */
export default async function GoPage({ params }: PageProps<'/go/[number]'>) {
  await requireActor();
  const number = (await params).number.toUpperCase();
  if (isArticleNumber(number)) redirect(pathOfArticle(number));
  return kindOfNumber(number) ? redirect(pathOfNumber(number)) : notFound();
}
