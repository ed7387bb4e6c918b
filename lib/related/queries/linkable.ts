import { can, mayRelateOn, seesOnlyCaseStates } from '#lib/access/policy.ts';
import { readableOf, workedOf } from '#lib/access/readable.ts';
import { definitions } from '#lib/kinds/definitions.ts';
import { type PriorityShown, priorityShown, type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { counted } from '#lib/record/counted.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { isAssociable, type LinkName, links, linksTo } from '#lib/record/link.ts';
import { hasRecord, isFree, isLinked } from '#lib/record/link-sql.ts';
import { matchesWords } from '#lib/record/search.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { integrationIsActive } from '../rules/may-relate.ts';
import { similarWords } from '../similar-words.ts';
import type { SourceRef } from '../source-ref.ts';
import { acceptsLink } from './accepts-link.ts';

/** A record that can be chosen in a picker. */
export type Linkable = {
  id: string;
  number: string;
  title: string;
  /** The heading above it; empty for most records. */
  group: string;
  state: StateShown;
  priority: PriorityShown;
  /** The number of its cases that the actor sees; for a case, its customer. */
  detail: string;
};

type Row = { number: string; title: string; state: string; priority: number; reason?: string };
type RecordRow = Row & { count: number };
type CaseRow = Row & { customer: string };

const AT_MOST = 20;

/** A row of a picker. `about`: what distinguishes it from others of its title. */
export function linkableOf(
  kind: TaskKind,
  { number, title, state, priority, reason = '' }: Row,
  about: string,
): Linkable {
  return {
    id: number,
    number,
    title,
    group: reason ? 'Suggested' : '',
    state: stateShown(kind, state),
    priority: priorityShown(priority),
    detail: [reason, about].filter(Boolean).join(' · '),
  };
}

const openStates = (kind: TaskKind) =>
  Object.entries(definitions[kind].states).flatMap(([state, { phase }]) => (phase === 'open' ? [state] : []));

const AT_TOP = 5;

/** ACC-6 · Only those cases `c` are counted that the actor sees, even if only in part. */
function seenCases(actor: Actor): Prisma.Sql {
  if (seesOnlyCaseStates(actor)) return Prisma.sql`true`;
  return Prisma.sql`exists (select from tasks t where t.id = c.id and (${readableOf('case', actor)}))`;
}

/** REL-10, REL-8 · The open records of a link's kind that the actor may read; requests only while they have no case. */
function openRecords(actor: Actor, link: LinkName): Prisma.Sql {
  const { kind, many } = links[link];
  // REL-13: a change is linked to cases by two fields.
  const all = hasRecord(linksTo(kind), Prisma.sql`t.id`);
  return Prisma.sql`
    from tasks t, lateral (select count(*)::int from cases c where ${all} and ${seenCases(actor)}) n
    where t.kind = ${kind}::task_kind and t.state = any(${openStates(kind)}) and (${readableOf(kind, actor)})
      and ${many ? Prisma.sql`not exists (select from cases c where ${isLinked(link, Prisma.sql`t.id`)})` : Prisma.sql`true`}`;
}

/** The number of a record's cases; empty for users who see no cases. */
const caseCountLabel = (actor: Actor, count: number) =>
  can(actor, 'see', 'case') || seesOnlyCaseStates(actor) ? counted('case', count) : '';

/** REL-10 · Records like the case or incident: the same configuration item, or several words of the short description. */
async function suggestedRecords(actor: Actor, link: LinkName, of: SourceRef): Promise<RecordRow[]> {
  const [source] = await db().$queryRaw<{ ci: string | null; title: string }[]>`
    select t.configuration_item_id as ci, t.short_description as title from tasks t
    where t.number = ${of.number} and t.kind = ${of.kind}::task_kind and (${readableOf(of.kind, actor)})`;
  if (!source) return [];
  return db().$queryRaw<RecordRow[]>`
    with alike as (
      select ${source.ci}::uuid as ci, array(
        select w from unnest(tsvector_to_array(to_tsvector('simple', search_words(${source.title})))) w where length(w) > 3) as words
    ), found as (
      select t.number, t.short_description as title, t.state, t.priority, n.count, t.opened_at, t.id,
             t.configuration_item_id as ci
      ${openRecords(actor, link)}
        and (t.configuration_item_id = ${source.ci}::uuid or t.search @@ to_tsquery('simple', ${similarWords(source.title)}::text))
    )
    select found.*, case when found.ci = alike.ci then 'Same configuration item' else 'Similar short description' end as reason
    from found, alike, lateral (
      select count(*) as shared from unnest(tsvector_to_array(to_tsvector('simple', search_words(found.title)))) w where w = any(alike.words)
    ) s
    where found.ci = alike.ci or s.shared >= 2
    order by found.ci is not distinct from alike.ci desc, s.shared desc, found.opened_at desc limit ${AT_TOP}`;
}

/** REL-3 · Refuses queries of an integration that is off. */
const enforceActive = async (link: LinkName) => enforce(integrationIsActive(link, await readSettings(db())));

/** REL-10 · Open records for a case or incident that can take one, newest first; similar ones on top. Refused: REL-3. */
export async function linkableRecords(
  actor: Actor,
  link: LinkName,
  query: string,
  of: SourceRef | null = null,
): Promise<Linkable[]> {
  const { kind } = links[link];
  if (!isAssociable(link) || !can(actor, 'link', kind)) return [];
  await enforceActive(link);
  if (of && !(await acceptsLink(actor, link, of))) return [];
  const rows = await db().$queryRaw<RecordRow[]>`
    select t.number, t.short_description as title, t.state, t.priority, n.count
    ${openRecords(actor, link)} and ${matchesWords(kind, query)}
    order by t.opened_at desc, t.id desc limit ${AT_MOST}`;
  const suggested = of && query.trim() === '' ? await suggestedRecords(actor, link, of) : [];
  const others = rows.filter(({ number }) => !suggested.some((each) => each.number === number));
  return [...suggested, ...others].map((row) => linkableOf(kind, row, caseCountLabel(actor, row.count)));
}

/** REL-1 · Major cases only for users who may change their related records, as a condition on the case `c`. */
function isRelatable(actor: Actor): Prisma.Sql {
  return mayRelateOn(actor, { majorCaseState: 'accepted' }).ok
    ? Prisma.sql`true`
    : Prisma.sql`c.major_case_state is distinct from 'accepted'`;
}

/** REL-14 · Open cases that the actor may write and that have no such record yet, newest first. Refused: REL-3. */
export async function linkableCases(actor: Actor, link: LinkName, query: string): Promise<Linkable[]> {
  const { kind } = links[link];
  if (!isAssociable(link) || !can(actor, 'link', kind) || !can(actor, 'edit', 'case')) return [];
  await enforceActive(link);
  const rows = await db().$queryRaw<CaseRow[]>`
    select t.number, t.short_description as title, t.state, t.priority, coalesce(a.name, u.name, '') as customer
    from tasks t join cases c on c.id = t.id left join accounts a on a.id = t.account_id
    left join users u on u.id = t.consumer_id
    where t.kind = 'case' and t.state = any(${openStates('case')}) and c.parent_id is null
      and ${isFree(link)} and ${isRelatable(actor)} and ${matchesWords('case', query)} and (${workedOf('case', actor)})
    order by t.opened_at desc, t.id desc limit ${AT_MOST}`;
  return rows.map((row) => linkableOf('case', row, row.customer));
}
