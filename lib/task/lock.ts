import { readableOf } from '#lib/access/readable.ts';
import { system } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import { ChangedMeanwhile } from '#lib/platform/transaction.ts';
import { notFound } from '#lib/platform/verdict.ts';
import { type SingleLinkName, singleLinkNames } from '#lib/related/link.ts';
import { columnOf, recordOfCase } from '#lib/related/link-sql.ts';
import { syncRules } from '#lib/sync/rules.ts';
import type { CommandContext } from './command-context.ts';
import type { JournalInput, TaskRecord } from './definition.ts';
import { definitions } from './definitions.ts';
import { type TaskKind, taskKinds } from './kind.ts';

/** Locks a record that the actor may see and reads it; a missing one and a hidden one answer alike. */
export async function lockRecord(context: CommandContext, kind: TaskKind, number: string): Promise<TaskRecord> {
  const [row] = await context.tx.$queryRaw<{ id: string }[]>`
    select t.id from tasks t where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, context.actor)})
    for no key update`;
  if (!row) throw notFound(`${taskKinds[kind].label.toLowerCase()} ${number}`);
  return definitions[kind].load(context.tx, row.id);
}

type Related = { link: SingleLinkName; id: string };

/** The links along which rules write into the record of a case. */
const spokenTo = singleLinkNames.filter((link) =>
  syncRules.some(({ targets }) => targets.some((target) => target.to === 'record' && target.link === link)),
);

/** The records that the words of a case may be copied to: its own, or else its major case's. */
async function relatedOf(context: CommandContext, caseNumber: string): Promise<Related[]> {
  const records = spokenTo.map((link) => Prisma.sql`select ${link} as link, ${recordOfCase(link)} as id`);
  return context.tx.$queryRaw<Related[]>`
    select r.link, r.id from tasks t join cases c using (id)
    cross join lateral (${Prisma.join(records, ' union all ')}) r
    where t.number = ${caseNumber} and r.id is not null order by r.id`;
}

/**
 * Locks a case into which somebody speaks. Its words may go to its record and on to the cases of that (SYNC-CASE-1):
 * so the record is locked first, then all those cases by id (SYNC-000), and the links are read once more.
 */
async function lockCaseToSpeak(context: CommandContext, number: string): Promise<TaskRecord> {
  const related = await relatedOf(context, number);
  for (const { id } of related)
    await context.tx.$queryRaw`select id from tasks where id = ${id}::uuid for no key update`;
  const cases = related.map(({ link, id }) => Prisma.sql`select id from cases where ${columnOf(link)} = ${id}::uuid`);
  if (cases.length > 0)
    await context.tx.$queryRaw`
      select t.id from tasks t where t.id in (${Prisma.join(cases, ' union ')}) or t.number = ${number}
      order by t.id for no key update`;
  const theCase = await lockRecord(context, 'case', number);
  const again = await relatedOf(context, number);
  if (JSON.stringify(again) !== JSON.stringify(related)) throw new ChangedMeanwhile();
  return theCase;
}

/** REQ-2 · A request follows its items: it is locked before any of them. */
async function lockItem(context: CommandContext, number: string): Promise<TaskRecord> {
  await context.tx.$queryRaw`
    select id from tasks where id in
      (select i.request_id from requested_items i join tasks t using (id) where t.number = ${number}) for no key update`;
  return lockRecord(context, 'requested_item', number);
}

/** Locks what a change of a record needs: the record, before a case what its words may reach, before an item its request. */
export function lockToChange(
  context: CommandContext,
  kind: TaskKind,
  number: string,
  words: JournalInput,
): Promise<TaskRecord> {
  if (kind === 'requested_item') return lockItem(context, number);
  return kind === 'case' && words.comment ? lockCaseToSpeak(context, number) : lockRecord(context, kind, number);
}

/** The same for a record known by its id, whoever may see it: the caller has another right to it. */
export async function lockById(context: CommandContext, id: string): Promise<TaskRecord> {
  const { kind, number } = await context.tx.task.findUniqueOrThrow({
    where: { id },
    select: { kind: true, number: true },
  });
  return lockToChange({ ...context, actor: system }, kind, number, {});
}
