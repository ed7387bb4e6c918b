import { readableOf } from '#lib/access/readable.ts';
import { isChildOfOpenMajor } from '#lib/major-case/child-sql.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { similarWords } from '#lib/related/similar-words.ts';
import { type CustomerStep, stepOf } from '../customer-step.ts';

const EACH = 3;
/** So much of a solution is shown. */
const SOLUTION = 400;

/** POR-8 · What is known already: outages of the account, the reader's own cases, open and solved, and published answers. */
export type KnownIssues = {
  /** `number`: null where the reader does not reach the case. */
  outages: { number: string | null; title: string; since: string }[];
  cases: { number: string; title: string; step: CustomerStep }[];
  /** Own cases that were solved, with their solution. */
  solved: { number: string; title: string; solution: string }[];
  articles: { number: string; title: string }[];
};

/** POR-8 · What could be the same as what somebody describes, three of each; outages of the account whatever is described. */
export async function knownIssues(actor: Actor, described: string): Promise<KnownIssues> {
  const words = similarWords(described);
  const query = words ? Prisma.sql`(select to_tsquery('simple', ${words}))` : null;
  const [outages, cases, solved, articles] = await Promise.all([
    outagesOf(actor),
    query ? similarCases(actor, query) : [],
    query ? solvedCases(actor, query) : [],
    query ? similarArticles(query) : [],
  ]);
  return { outages, cases, solved, articles };
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
    select t.number, t.short_description as title, t.state from tasks t join cases c on c.id = t.id
    where t.kind = 'case' and t.active and not c.initiated_as_request and t.search @@ ${query} and (${readableOf('case', actor)})
    order by t.customer_updated_at desc, t.id desc limit ${EACH}`;
  return rows.map(({ state, ...theCase }) => ({ ...theCase, step: stepOf(state) }));
}

/** Only what the customer may read of a solution: the notes that were added to the comments (CASE-2). */
function solvedCases(actor: Actor, query: Prisma.Sql): Promise<KnownIssues['solved']> {
  return db().$queryRaw<KnownIssues['solved']>`
    select t.number, t.short_description as title, left(c.resolution_notes, ${SOLUTION}::int) as solution
    from tasks t join cases c on c.id = t.id
    where t.kind = 'case' and t.state = 'closed' and not c.initiated_as_request and c.add_resolution_notes_to_comments
      and c.resolution_notes <> '' and t.search @@ ${query} and (${readableOf('case', actor)})
    order by t.customer_updated_at desc, t.id desc limit ${EACH}`;
}

function similarArticles(query: Prisma.Sql): Promise<KnownIssues['articles']> {
  return db().$queryRaw<KnownIssues['articles']>`
    select a.number, a.title from articles a
    where to_tsvector('simple', a.number || ' ' || a.title || ' ' || a.text) @@ ${query}
      and a.published_at is not null and a.readers = 'external'
    order by to_tsvector('simple', a.title) @@ ${query} desc, a.updated_at desc, a.id desc limit ${EACH}`;
}
