import { readableOf, readableTasks } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { notFound } from '#lib/platform/verdict.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { integer, readSettings } from '#lib/settings/settings.ts';

export type StoredFile = { id: string; name: string; contentType: string; size: number; sha256: string };

/** REC-4 · An attachment if the actor may see its record; otherwise null. */
export async function findAttachment(actor: Actor, id: string): Promise<StoredFile | null> {
  const [file] = await db().$queryRaw<StoredFile[]>`
    select a.id, a.name, a.content_type as "contentType", a.size, a.sha256
    from attachments a join tasks t on t.id = a.task_id
    where a.id = ${id}::uuid and ${readableTasks(actor)}`;
  return file ?? null;
}

/** The record to attach to, and the size limit of a file. */
export async function attachmentTarget(
  actor: Actor,
  kind: TaskKind,
  number: string,
): Promise<{ record: TaskRecord; maxMegabytes: number }> {
  const [row] = await db().$queryRaw<{ id: string }[]>`
    select t.id from tasks t where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;
  if (!row) throw notFound(number);
  const record = await loadRecord(db(), kind, row.id);
  return { record, maxMegabytes: integer(await readSettings(db()), 'attachment.max_size_mb') };
}
