import { readableOf } from '#lib/access/readable.ts';
import { isChildOfOpenMajor } from '#lib/major-case/child-sql.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { similarWords } from '#lib/related/similar-words.ts';
import { type CustomerStep, stepOf } from '../customer-step.ts';

const EACH = 3;

/** POR-8 · What is known already: outages of the account, the reader's own open cases, and published answers. */
export type KnownIssues = {
  /** `number`: null where the reader does not reach the case. */
  outages: { number: string | null; title: string; since: string }[];
  cases: { number: string; title: string; step: CustomerStep }[];
  articles: { number: string; title: string }[];
};

/** POR-8 · What could be the same as what somebody describes, three of each; outages of the account whatever is described. */
export async function knownIssues(actor: Actor, described: string): Promise<KnownIssues> {
  const words = similarWords(described);
  const query = words ? Prisma.sql`(select to_tsquery('simple', ${words}))` : null;
  const [outages, cases, articles] = await Promise.all([
    outagesOf(actor),
    query ? similarCases(actor, query) : [],
    query ? similarArticles(query) : [],
  ]);
  return { outages, cases, articles };
}

/** A case that the provider made for the account within a major one; who it is for does not matter, its title is for the account. */
async function outagesOf(actor: Actor): Promise<KnownIssues['outages']> {
  if (!('accountId' in actor)) return [];
  const rows = await db().$queryRaw<{ number: string | null; title: string; since: Date }[]>`
    select t.short_description as title, min(t.opened_at) as since,
           min(t.number) filter (where ${readableOf('case', actor)}) as number
    from tasks t join cases c on c.id = t.id
    where t.account_id = ${actor.accountId}::uuid and t.active and c.proactive and not c.sensitive and ${isChildOfOpenMajor}
    group by t.short_description order by since desc limit ${EACH}`;
  return rows.map(({ since, ...outage }) => ({ ...outage, since: since.toISOString() }));
}

async function similarCases(actor: Actor, query: Prisma.Sql): Promise<KnownIssues['cases']> {
  const rows = await db().$queryRaw<{ number: string; title: string; state: string }[]>`
    select t.number, t.short_description as title, t.state from tasks t
    where t.kind = 'case' and t.active and t.search @@ ${query} and (${readableOf('case', actor)})
    order by t.updated_at desc, t.id desc limit ${EACH}`;
  return rows.map(({ state, ...theCase }) => ({ ...theCase, step: stepOf(state) }));
}

function similarArticles(query: Prisma.Sql): Promise<KnownIssues['articles']> {
  return db().$queryRaw<KnownIssues['articles']>`
    select a.number, a.title from articles a
    where to_tsvector('simple', a.number || ' ' || a.title || ' ' || a.text) @@ ${query}
      and a.published_at is not null and a.readers = 'external'
    order by to_tsvector('simple', a.title) @@ ${query} desc, a.updated_at desc, a.id desc limit ${EACH}`;
}
