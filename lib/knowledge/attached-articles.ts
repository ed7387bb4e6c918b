import { readableArticles } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';

export type AttachedArticle = { number: string; title: string };

const attachedTo = {
  case: (id: string) => Prisma.sql`a.id in (select article_id from case_articles where case_id = ${id}::uuid)`,
  problem: (id: string) => Prisma.sql`a.id = (select article_id from problems where id = ${id}::uuid)`,
} as const;

/** The articles attached to a case or a problem that the actor may see, as far as the actor may read them. */
export function attachedArticles(actor: Actor, kind: 'case' | 'problem', id: string): Promise<AttachedArticle[]> {
  return db().$queryRaw<AttachedArticle[]>`
    /* prepared */ select a.number, a.title from articles a where ${attachedTo[kind](id)} and ${readableArticles(actor)} order by a.number`;
}
