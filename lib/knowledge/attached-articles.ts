import { readableArticles } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';

export type AttachedArticle = { number: string; title: string };

const attachedTo: Readonly<Partial<Record<TaskKind, Prisma.Sql>>> = {
  case: Prisma.sql`a.id in (select article_id from case_articles where case_id = t.id)`,
  problem: Prisma.sql`a.id = (select article_id from problems where id = t.id)`,
};

/** The articles attached to the task `t` that the actor may read, as JSON: rows of `AttachedArticle`. */
export function articleRows(actor: Actor, kind: TaskKind): Prisma.Sql {
  const attached = attachedTo[kind];
  if (!attached) return Prisma.sql`'[]'::json`;
  return Prisma.sql`
    (select coalesce(json_agg(json_build_object('number', a.number, 'title', a.title) order by a.number), '[]')
     from articles a where ${attached} and ${readableArticles(actor)})`;
}
