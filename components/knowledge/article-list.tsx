import type { ReactNode } from 'react';
import { RowLinks } from '#components/shell/row-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PageSearch } from '#components/ui/page-search.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import type { ListedArticle } from '#lib/knowledge/queries.ts';
import { ArticleTable } from './article-table.tsx';

export interface ArticleListProps {
  path: string;
  search: string;
  after: string | undefined;
  found: { articles: readonly ListedArticle[]; next: string | undefined };
  actions: ReactNode;
}

/** The list of articles, for readers and authors. */
export function ArticleList({ path, search, after, found: { articles, next }, actions }: ArticleListProps) {
  const hrefOf = (place: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...(search ? { q: search } : {}), ...place })}`;
  return (
    <>
      <PageHeader
        title="Knowledge"
        actions={
          <>
            <PageSearch action={path} defaultValue={search} placeholder="Number or text" />
            {actions}
          </>
        }
      />
      {articles.length > 0 ? (
        <ArticleTable articles={articles} path={path} />
      ) : (
        <EmptyState title="No matching articles">Use fewer words.</EmptyState>
      )}
      <RowLinks />
      <Pagination firstHref={after && hrefOf({})} nextHref={next && hrefOf({ after: next })} />
    </>
  );
}
