import type { Metadata } from 'next';
import { foundOrNot } from '#app/found-or-not.ts';
import { ArticleForm } from '#components/knowledge/article-form.tsx';
import { ArticleState } from '#components/knowledge/article-table.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { articleOf } from '#lib/knowledge/queries.ts';
import { requireAuthor } from '../../require-administrator.ts';

export const metadata: Metadata = { title: 'Article' };

export default async function ArticlePage({ params }: PageProps<'/admin/knowledge/[number]'>) {
  const actor = await requireAuthor();
  const article = await foundOrNot(articleOf(actor, (await params).number));
  const { number, title, text, readers, publishedAt, updatedAt, author } = article;
  const seen = updatedAt.toISOString();
  return (
    <>
      <PageHeader
        number={number}
        title={title}
        back={{ href: '/admin/knowledge', label: 'Knowledge' }}
        meta={
          <>
            <ArticleState article={article} />
            <span>{author}</span>
            <span>
              Updated <RelativeTime at={updatedAt} />
            </span>
          </>
        }
        actions={<ButtonLink href={`/workspace/knowledge/${number}`}>Read</ButtonLink>}
      />
      {/* Remounts the form when the article was changed elsewhere. */}
      <ArticleForm key={seen} article={{ number, title, text, readers, published: publishedAt !== null, seen }} />
    </>
  );
}
