import { mayUseWorkspace } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/task/kind.ts';

/** ACC-6 · The record whose timeline the actor may read; null when there is none. */
export async function readableTaskId(actor: Actor, kind: TaskKind, number: string): Promise<string | null> {
  // Customers have a conversation of their own, which never reads work notes (lib/portal).
  if (!mayUseWorkspace(actor)) return null;
  const [task] = await db().$queryRaw<{ id: string }[]>`
    select t.id from tasks t where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;
  return task?.id ?? null;
}
