import type { Db } from '#lib/platform/db.ts';
import type { Effect } from './plan.ts';

/** SYNC-MAJ-6 · Tells which child fields hold a copy from the major case, and gives the numbers of the linked records. */
export type CopiedLinks = {
  isCopied: (childId: string, field: string) => boolean;
  numbers: ReadonlyMap<string, string>;
};

const none: CopiedLinks = { isCopied: () => false, numbers: new Map() };

/**
 * SYNC-MAJ-6 · A field is a copy if its last change came from a command that also changed the major case's field, or if it came
 * with the child from the list of affected customers.
 */
export async function copiedLinks(
  tx: Db,
  effects: readonly Effect[],
  childIds: readonly string[],
): Promise<CopiedLinks> {
  const changes = effects.flatMap(({ links, sourceId }) => links.map((link) => ({ ...link, majorId: sourceId })));
  if (changes.length === 0) return none;
  const fields = changes.map(({ field }) => field);
  const majorIds = changes.map(({ majorId }) => majorId);
  const recordIds = changes.flatMap(({ from, to }) => [from, to].filter((id) => id !== null));
  const records = await tx.task.findMany({ where: { id: { in: recordIds } }, select: { id: true, number: true } });
  const numbers = new Map(records.map(({ id, number }) => [id, number]));
  if (changes.every(({ from }) => from === null)) return { ...none, numbers };
  const rows = await tx.$queryRaw<{ id: string; field: string }[]>`
    with led as materialized (
      select distinct f.cause_id, f.field from field_changes f
      where f.task_id = any(${majorIds}::uuid[]) and f.field = any(${fields})),
    latest as materialized (
      select distinct on (f.task_id, f.field) f.task_id, f.field, f.cause_id from field_changes f
      where f.task_id = any(${[...childIds]}::uuid[]) and f.field = any(${fields})
      order by f.task_id, f.field, f.version desc)
    select l.task_id as id, l.field from latest l join led using (cause_id, field)
    union all
    select r.case_id, made.field from recipients r join recipients_lists list on list.id = r.list_id
      cross join unnest(${fields}::text[]) made(field)
    where list.major_case_id = any(${majorIds}::uuid[]) and r.state = 'made' and r.case_id = any(${[...childIds]}::uuid[])
      and not exists (select from latest l where l.task_id = r.case_id and l.field = made.field)`;
  const copied = new Set(rows.map(({ id, field }) => `${id} ${field}`));
  return { isCopied: (childId, field) => copied.has(`${childId} ${field}`), numbers };
}
