import type { Metadata } from 'next';
import { z } from 'zod';
import { ArticleList } from '#components/knowledge/article-list.tsx';
import { ButtonLink } from '#components/ui/button-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { mayWriteArticles } from '#lib/access/policy.ts';
import { listArticles } from '#lib/knowledge/queries.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'Knowledge' };

const Query = z.object({ q: z.string().max(200).catch(''), after: z.uuid().optional().catch(undefined) });

export default async function KnowledgePage({ searchParams }: PageProps<'/workspace/knowledge'>) {
  const actor = await requireActor();
  const { q, after } = Query.parse(await searchParams);
  return (
    <ArticleList
      path="/workspace/knowledge"
      search={q}
      after={after}
      found={await listArticles(actor, { search: q, after })}
      actions={
        mayWriteArticles(actor).ok && (
          <ButtonLink href="/admin/knowledge" icon={<Icon name="pencil" />}>
            Write articles
          </ButtonLink>
        )
      }
    />
  );
}
