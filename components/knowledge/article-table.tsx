import { StateBadge } from '#components/ui/badge.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { ListedArticle } from '#lib/knowledge/queries.ts';

const readers = { internal: 'Staff', external: 'Staff and customers' } as const;

/** Columns hidden on a small screen. */
const wide = 'max-md:hidden';

/** Knowledge articles, each a link to its page under `path`. */
export function ArticleTable({ articles, path }: { articles: readonly ListedArticle[]; path: string }) {
  return (
    <DataTable
      caption="Knowledge articles"
      stacked
      rows={articles}
      rowKey={(article) => article.id}
      columns={[
        {
          heading: 'Number',
          cellClass: 'max-md:basis-auto md:w-32',
          cell: (article) => <NumberLink number={article.number} href={`${path}/${article.number}`} data-row-link />,
        },
        {
          heading: 'Title',
          cellClass: 'wrap-anywhere max-md:order-last max-md:basis-full',
          cell: (article) => article.title,
        },
        { heading: 'State', cellClass: 'md:w-32', cell: (article) => <ArticleState article={article} /> },
        { heading: 'For', headClass: wide, cellClass: `w-44 ${wide}`, cell: (article) => readers[article.readers] },
        { heading: 'Author', headClass: wide, cellClass: `w-40 ${wide}`, cell: (article) => article.author },
        {
          heading: 'Updated',
          headClass: wide,
          cellClass: `w-36 ${wide}`,
          cell: (article) => <RelativeTime at={article.updatedAt} />,
        },
      ]}
    />
  );
}

/** Whether an article is published. */
export function ArticleState({ article: { publishedAt } }: { article: ListedArticle }) {
  return <StateBadge tone={publishedAt ? 'green' : 'grey'}>{publishedAt ? 'Published' : 'Draft'}</StateBadge>;
}
