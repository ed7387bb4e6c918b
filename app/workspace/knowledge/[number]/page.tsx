import type { Metadata } from 'next';
import { foundOrNot } from '#app/found-or-not.ts';
import { ArticleState } from '#components/knowledge/article-table.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { RichText } from '#components/ui/rich-text.tsx';
import { mayWriteArticles } from '#lib/access/policy.ts';
import { articleOf } from '#lib/knowledge/queries.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export async function generateMetadata({ params }: PageProps<'/workspace/knowledge/[number]'>): Promise<Metadata> {
  return { title: (await params).number };
}

export default async function ArticlePage({ params }: PageProps<'/workspace/knowledge/[number]'>) {
  const actor = await requireActor();
  const article = await foundOrNot(articleOf(actor, (await params).number));
  const { number, title, html, updatedAt, author } = article;
  return (
    <>
      <PageHeader
        number={number}
        title={title}
        back={{ href: '/workspace/knowledge', label: 'Knowledge' }}
        meta={
          <>
            <ArticleState article={article} />
            <span>{author}</span>
            <span>
              Updated <RelativeTime at={updatedAt} />
            </span>
          </>
        }
        actions={
          mayWriteArticles(actor).ok && (
            <ButtonLink href={`/admin/knowledge/${number}`} icon={<Icon name="pencil" />}>
              Edit
            </ButtonLink>
          )
        }
      />
      <article className="max-w-3xl">
        <RichText html={html} />
      </article>
    </>
  );
}
