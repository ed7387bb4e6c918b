import type { Metadata } from 'next';
import { ArticleList } from '#components/knowledge/article-list.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { listArticles } from '#lib/knowledge/queries.ts';
import { ListQuery } from '../admin-table-view.tsx';
import { requireAuthor } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Knowledge' };

export default async function KnowledgePage({ searchParams }: PageProps<'/admin/knowledge'>) {
  const actor = await requireAuthor();
  const { q, after } = ListQuery.parse(await searchParams);
  return (
    <ArticleList
      path="/admin/knowledge"
      search={q}
      after={after}
      found={await listArticles(actor, { search: q, after })}
      actions={
        <ButtonLink href="/admin/knowledge/new" variant="primary" icon={<Icon name="plus" />}>
          New article
        </ButtonLink>
      }
    />
  );
}
