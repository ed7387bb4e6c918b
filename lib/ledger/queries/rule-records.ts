import { readableTasks } from '#lib/access/readable.ts';
import { maySeeUpdates } from '#lib/access/updates.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { NAMED_RECORDS, type RecordSample } from '#lib/record/record-sample.ts';
import { type Outcome, reasons } from '#lib/write/outcomes.ts';
import type { RuleOfUpdate } from '../schema.ts';
import type { UpdateMails } from '../shown-update.ts';
import { mailFigures } from './list-updates.ts';

/**
 * SYNC-6 · The records that a rule wrote in an update, and those that it left out, by reason. `mails`: about the written ones. An
 * email about a record that several rules wrote counts for each of them.
 */
export type RuleRecords = {
  written: RecordSample;
  leftOut: ({ reason: string } & RecordSample)[];
  mails: UpdateMails;
};

type Update = { id: string; causeId: string; sourceId: string; kind: TaskKind };
type Row = RecordSample & { outcome: Outcome };

/**
 * Ids of the records that a rule wrote with a line in an entry. An entry names one source: it counts for the others if several
 * sources of the cause have the rule.
 */
function notedBy({ causeId, sourceId }: Update, rule: string): Prisma.Sql {
  return Prisma.sql`select e.task_id as id from journal_entries e
    where e.cause_id = ${causeId}::uuid and e.lines @> ${JSON.stringify([{ rule }])}::jsonb
      and (e.source_task_id = ${sourceId}::uuid or e.task_id = ${sourceId}::uuid or not exists (
        select from ledger_updates o join ledger_rows other on other.update_id = o.id
        where o.cause_id = ${causeId}::uuid and o.source_id = e.source_task_id and other.rule = ${rule}))`;
}

/** SYNC-MAJ-1, INC-7 · The tables of the children that these rules write without a line. */
const writtenChildren: Readonly<Record<string, Prisma.Sql>> = {
  'SYNC-MAJ-1': Prisma.sql`cases`,
  'INC-7': Prisma.sql`incidents`,
};

const noMails: UpdateMails = { sent: 0, waiting: 0, failed: 0, suppressed: 0 };

/** The emails about the records that a rule wrote, by outcome. */
async function mailsOf(update: Update, rule: string): Promise<UpdateMails> {
  const children = writtenChildren[rule];
  const ids = Prisma.sql`select id from (${notedBy(update, rule)}) noted
    ${children ? Prisma.sql`union all select c.id from ${children} c where c.parent_id = ${update.sourceId}::uuid` : Prisma.empty}`;
  const [row] = await db().$queryRaw<{ mails: UpdateMails }[]>`
    select ${mailFigures} as mails from mails m where m.cause_id = ${update.causeId}::uuid and m.task_id in (${ids})`;
  return row?.mails ?? noMails;
}

/**
 * SYNC-6 · What a rule did in an update, record by record: the numbers that the actor may see, and how many there are in all.
 * Refused: REL-16 if the update's record is missing or hidden, ACC-6 as for the ledger.
 */
export async function ruleRecords(actor: Actor, { update: updateId, rule }: RuleOfUpdate): Promise<RuleRecords> {
  const [update] = await db().$queryRaw<Update[]>`
    select l.id, l.cause_id as "causeId", l.source_id as "sourceId", t.kind::text as kind
    from ledger_updates l join tasks t on t.id = l.source_id where l.id = ${updateId}::uuid and ${readableTasks(actor)}`;
  if (!update) throw notFound('update');
  enforce(maySeeUpdates(actor, update));
  const rows = await db().$queryRaw<Row[]>`
    select r.outcome::text as outcome, r.records as count, array(
      select t.number from (
        select unnest(r.named) as id union select n.id from (${notedBy(update, rule)}) n where r.outcome = 'written') each
      join tasks t using (id) where ${readableTasks(actor)} order by t.number limit ${NAMED_RECORDS}) as first
    from ledger_rows r where r.update_id = ${update.id}::uuid and r.rule = ${rule} order by r.outcome`;
  const written = rows.find(({ outcome }) => outcome === 'written');
  return {
    mails: written ? await mailsOf(update, rule) : noMails,
    written: { count: written?.count ?? 0, first: written?.first ?? [] },
    leftOut: rows.flatMap(({ outcome, count, first }) =>
      outcome === 'written' ? [] : [{ reason: reasons[outcome], count, first }],
    ),
  };
}
