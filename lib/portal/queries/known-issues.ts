import { readableOf } from '#lib/access/readable.ts';
import { isChildOfOpenMajor } from '#lib/major-case/child-sql.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { similarWords } from '#lib/related/similar-words.ts';
import { type CustomerStep, stepOf } from '../customer-step.ts';

const EACH = 3;
/** The most characters of a solution that are shown. */
const SOLUTION = 400;

/** POR-8 · Known issues: outages of the account, the reader's own open and solved cases, and published answers. */
export type KnownIssues = {
  /** `number`: null if the reader may not read the case. */
  outages: { number: string | null; title: string; since: string }[];
  cases: { number: string; title: string; step: CustomerStep }[];
  /** Own cases that were solved, with their solution. */
  solved: { number: string; title: string; solution: string }[];
  articles: { number: string; title: string }[];
};

/** POR-8 · Known issues like the described one, three of each; outages of the account whatever the description. */
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

/** The account's proactive cases within open major cases, for every contact: their titles address the whole account. */
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

/** Only the part of a solution that customers may read: the notes that were added to the comments (CASE-2). */
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
