import { readableTasks } from '#lib/access/readable.ts';
import { readableTaskId } from '#lib/journal/queries/readable-task-id.ts';
import { mayReadEntry, sourceNumber } from '#lib/journal/queries/timeline-conditions.ts';
import { receivedRuleIds, ruleNamed } from '#lib/journal/rule-names.ts';
import { mayBeNamed } from '#lib/kinds/named-sql.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { parsePlace, placeText, type TimePlace } from '#lib/platform/keyset.ts';
import { notFound } from '#lib/platform/verdict.ts';
import { pathOfNumber, type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { receivesUpdates } from '../kinds-with-updates.ts';
import type { LedgerQuery } from '../schema.ts';

const PAGE = 20;

/** SYNC-6 · An update that rules wrote into a record. `entryId`: its entry; null: it set fields only. */
export type ReceivedUpdate = {
  id: string;
  at: string;
  by: string;
  source: { number: string; href?: string } | null;
  rules: { id: string; name: string }[];
  entryId: string | null;
};

export type ReceivedPage = { updates: ReceivedUpdate[]; next: string | null };

type Row = {
  id: string;
  at: Date;
  by: string;
  source: string | null;
  readable: boolean;
  rules: string[];
  entryId: string | null;
};

/** The rows after a position in one of the two sources, enough to fill a page. */
function older(before: TimePlace | null, at: string, id: string): Prisma.Sql {
  const [time, key] = [Prisma.raw(at), Prisma.raw(id)];
  const place = before ? Prisma.sql`and (${time}, ${key}) < (${before.at}, ${before.id}::uuid)` : Prisma.empty;
  return Prisma.sql`${place} order by ${time} desc, ${key} desc limit ${PAGE + 1}`;
}

type Receiver = { id: string; kind: TaskKind };

/**
 * Entries that the rules of the ledger, and changes of links, wrote into a record. SYNC-MAJ-6: a system's entry about a case
 * without lines says which child cases of it have, or no longer have, this record.
 */
const noted = (actor: Actor, { id, kind }: Receiver, before: TimePlace | null) => Prisma.sql`
  select e.id, e.created_at as at, e.cause_id, e.task_id, e.source_task_id as source_id, e.id as entry_id, own.rules
  from journal_entries e cross join lateral (
    select array_agg(distinct rule) as rules from (
      select line->>'rule' from jsonb_array_elements(e.lines) line union all select 'SYNC-MAJ-1' where e.lines is null) each(rule)
    where rule = any(${receivedRuleIds}::text[])) own
  where e.task_id = ${id}::uuid and (e.lines is not null or e.author_id is null and exists (select from cases major where major.id = e.source_task_id)) and own.rules is not null and ${mayReadEntry(kind, actor)}
    ${older(before, 'e.created_at', 'e.id')}`;

/** SYNC-MAJ-1, INC-7 · Updates that set fields of a child without an entry of a rule: from the parent's ledger. */
const copied = (actor: Actor, { id: taskId, kind }: Receiver, before: TimePlace | null) => Prisma.sql`
  select l.id, l.at, l.cause_id, ${taskId}::uuid as task_id, l.source_id, null::uuid as entry_id, array[w.rule] as rules
  from (select distinct cause_id from field_changes where task_id = ${taskId}::uuid and field <> 'parentId') f
  join ledger_updates l on l.cause_id = f.cause_id and l.source_id <> ${taskId}::uuid
  join ledger_rows w on w.update_id = l.id and w.outcome = 'written'
  where (w.rule = 'SYNC-MAJ-1' and exists (
      select from cases c where c.id = ${taskId}::uuid and c.major_case_state is distinct from 'accepted')
    or w.rule = 'INC-7' and exists (select from incidents i where i.id = ${taskId}::uuid and i.parent_id = l.source_id))
  and not exists (select from journal_entries e
    where e.task_id = ${taskId}::uuid and e.cause_id = l.cause_id and e.lines @> jsonb_build_array(jsonb_build_object('rule', w.rule)))
  and ${mayBeNamed(kind, actor, Prisma.sql`l.source_id`)}
  ${older(before, 'l.at', 'l.id')}`;

/** Both; only children are written without an entry. */
const received = (actor: Actor, receiver: Receiver, before: TimePlace | null) =>
  receiver.kind === 'case' || receiver.kind === 'incident'
    ? Prisma.sql`(${noted(actor, receiver, before)}) union all (${copied(actor, receiver, before)})`
    : noted(actor, receiver, before);

/**
 * SYNC-6 · A page of the updates that a record received, newest first: from which record, when, and by which rules. Refused:
 * REL-16 if the record is missing or hidden.
 */
export async function receivedUpdates(actor: Actor, { kind, number, after }: LedgerQuery): Promise<ReceivedPage> {
  const id = await readableTaskId(actor, kind, number);
  if (!id) throw notFound(`${taskKinds[kind].label.toLowerCase()} ${number}`);
  if (!receivesUpdates(kind)) return { updates: [], next: null };
  const before = parsePlace(after);
  const rows = await db().$queryRaw<Row[]>`
    select e.id, e.at, coalesce(u.name, 'System') as by, ${sourceNumber} as source, readable.yes is not null as readable, e.rules,
      e.entry_id as "entryId"
    from (${received(actor, { id, kind }, before)}) e
    join causes c on c.id = e.cause_id left join users u on u.id = c.actor_id
    left join tasks source on source.id = e.source_id
    left join lateral (select true as yes from tasks t where t.id = source.id and ${readableTasks(actor)}) readable on true
    order by e.at desc, e.id desc limit ${PAGE + 1}`;
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return { updates: shown.map(asShown), next: last ? placeText(last) : null };
}

const asShown = ({ at, source, readable, rules, ...row }: Row): ReceivedUpdate => ({
  ...row,
  at: at.toISOString(),
  source: source === null ? null : { number: source, ...(readable ? { href: pathOfNumber(source) } : {}) },
  rules: rules.map((id) => ruleNamed(id, false)),
});

/** SYNC-6 · Whether a record received any updates that the actor may know. The caller checks access to the record. */
export async function hasReceived(actor: Actor, { id, kind }: Receiver): Promise<boolean> {
  if (!receivesUpdates(kind)) return false;
  const [row] = await db().$queryRaw<unknown[]>`
    select from (${received(actor, { id, kind }, null)}) r limit 1`;
  return row !== undefined;
}
