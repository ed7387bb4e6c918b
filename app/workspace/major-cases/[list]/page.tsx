import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { majorCaseListNames, majorCaseLists } from '#lib/major-case/lists.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { MajorCasePage } from '../major-case-page.tsx';

type Props = PageProps<'/workspace/major-cases/[list]'>;

const listOf = (path: string) => majorCaseListNames.find((name) => name !== '' && name === path);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const list = listOf((await params).list);
  return list ? { title: majorCaseLists[list].title } : {};
}

/** MAJ-1 · The candidates that wait for a manager, and the closed major cases. */
export default async function Page({ params, searchParams }: Props) {
  const [, { list: path }, { before }] = await Promise.all([requireActor(), params, searchParams]);
  const list = listOf(path);
  if (!list) notFound();
  return <MajorCasePage list={list} before={typeof before === 'string' ? before : null} />;
}
