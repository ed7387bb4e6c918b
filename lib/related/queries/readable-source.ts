import { mayUseWorkspace } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import type { Source } from '../source.ts';
import type { SourceRef } from '../source-ref.ts';

/** REL-16 · The case or incident of this number; null for one that is missing or hidden. */
export async function readableSource(actor: Actor, { kind, number }: SourceRef): Promise<Source | null> {
  if (!mayUseWorkspace(actor)) return null;
  const [found] = await db().$queryRaw<{ id: string }[]>`
    select t.id from tasks t where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;
  if (!found) return null;
  return kind === 'case' ? loadRecord(db(), 'case', found.id) : loadRecord(db(), 'incident', found.id);
}
