import { StateBadge } from '#components/ui/badge.tsx';
import { Link } from '#components/ui/link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { ListedArticle } from '#lib/knowledge/queries.ts';

const readers = { internal: 'Staff', external: 'Staff and customers' } as const;

/** Columns that a small screen leaves out. */
const wide = 'max-md:hidden';

/** Knowledge articles, each a link to its page under `path`. */
export function ArticleTable({ articles, path }: { articles: readonly ListedArticle[]; path: string }) {
  return (
    <Table caption="Knowledge articles" stacked>
      <thead>
        <tr>
          <Th>Number</Th>
          <Th>Title</Th>
          <Th>State</Th>
          <Th className={wide}>For</Th>
          <Th className={wide}>Author</Th>
          <Th className={wide}>Updated</Th>
        </tr>
      </thead>
      <tbody>
        {articles.map((article) => (
          <tr key={article.id}>
            <Td className="max-md:basis-auto md:w-32">
              <Link
                href={`${path}/${article.number}`}
                data-row-link
                className="record-number text-accent-ink underline-offset-2 hover:underline"
              >
                {article.number}
              </Link>
            </Td>
            <Td className="wrap-anywhere max-md:order-last max-md:basis-full">{article.title}</Td>
            <Td className="md:w-32">
              <ArticleState article={article} />
            </Td>
            <Td className={`w-44 ${wide}`}>{readers[article.readers]}</Td>
            <Td className={`w-40 ${wide}`}>{article.author}</Td>
            <Td className={`w-36 ${wide}`}>
              <RelativeTime at={article.updatedAt} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Whether an article is published. */
export function ArticleState({ article: { publishedAt } }: { article: ListedArticle }) {
  return <StateBadge tone={publishedAt ? 'green' : 'grey'}>{publishedAt ? 'Published' : 'Draft'}</StateBadge>;
}
