import { mayUseWorkspace } from '#lib/access/policy.ts';
import { readableRecord } from '#lib/access/readable-record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { TaskKind } from '#lib/record/kind.ts';

/** ACC-6 · The id of a record whose timeline the actor may read; null if there is none. */
export async function readableTaskId(actor: Actor, kind: TaskKind, number: string): Promise<string | null> {
  // Customers have a separate conversation, which never includes work notes (lib/portal).
  if (!mayUseWorkspace(actor)) return null;
  return (await readableRecord(actor, { kind, number }))?.id ?? null;
}
