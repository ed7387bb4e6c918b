import { notFound } from 'next/navigation';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RichText } from '#components/ui/rich-text.tsx';
import { searchInput } from '#lib/platform/text-input.ts';
import { portalArticle } from '#lib/portal/queries/portal-article.ts';
import { portalPage, portalTitle } from '../../portal-page.ts';

export const generateMetadata = () => portalTitle((say) => say('new.known.answer'));

/** POR-8 · A published article. */
export default async function PortalArticlePage({ params }: PageProps<'/portal/articles/[number]'>) {
  await portalPage();
  const article = await portalArticle(searchInput((await params).number).toUpperCase());
  if (!article) notFound();
  return (
    <article className="max-w-prose">
      <PageHeader title={article.title} />
      <RichText html={article.html} />
    </article>
  );
}
