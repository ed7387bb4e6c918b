import { undoChange } from '#lib/engine/commands/undo-change.ts';
import { undoWatch } from '#lib/engine/commands/watch.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { forEachRecord } from './for-each-record.ts';
import type { Bulk, Done } from './rules/bulk-message.ts';
import type { Listed, UndoMany } from './schema.ts';

/** REC-3 · Undoes the actor's change of many records, except records that were changed since then. */
export async function undoMany(actor: Actor & { id: string }, { kind, records, what }: UndoMany): Promise<Bulk> {
  if (what === 'watching')
    return forEachRecord(records, async (record) => {
      const { value: version } = await undoWatch(actor, { kind, ...record });
      return version === null ? null : { version };
    });
  const bulk = await forEachRecord(records, async (record) => {
    const { value, updatedCount } = await undoChange(actor, { kind, what, ...record });
    return { version: value.version, updatedCount };
  });
  return what === 'state' ? { ...bulk, mailCount: await mailsAbout(records, bulk.done) } : bulk;
}

/** MAIL-12 · How many emails the undone moves had queued. Undo does not recall them. */
async function mailsAbout(records: readonly Listed[], done: readonly Done[]): Promise<number> {
  const back = new Set(done.map(({ number }) => number));
  const moved = records.filter(({ number }) => back.has(number));
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from mails m join tasks t on t.id = m.task_id
    join field_changes f on f.task_id = m.task_id and f.cause_id = m.cause_id and f.field = 'state'
    where m.status <> 'suppressed' and (t.number, f.version) in (select * from unnest(
      ${moved.map(({ number }) => number)}::text[], ${moved.map(({ version }) => version)}::int[]))`;
  return row?.count ?? 0;
}
