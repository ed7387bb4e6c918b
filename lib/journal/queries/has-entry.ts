import { db } from '#lib/platform/db.ts';
import { isUuid } from '#lib/platform/uuid.ts';

/** REC-2 · Whether a record's timeline has an entry with this id, of any sort. */
export async function hasEntry(taskId: string, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  const [row] = await db().$queryRaw<{ known: boolean }[]>`
    select exists (select from journal_entries where id = ${id}::uuid and task_id = ${taskId}::uuid)
      or exists (select from field_changes where cause_id = ${id}::uuid and task_id = ${taskId}::uuid)
      or exists (select from mails where id = ${id}::uuid and task_id = ${taskId}::uuid)
      or exists (select from incoming_mails where id = ${id}::uuid and task_id = ${taskId}::uuid)
      or exists (select from attachments where id = ${id}::uuid and task_id = ${taskId}::uuid) as known`;
  return row?.known ?? false;
}
