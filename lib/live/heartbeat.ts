import { z } from 'zod';
import { mayUseWorkspace } from '#lib/access/policy.ts';
import { mayReadTask } from '#lib/access/readable.ts';
import { PresenceMode } from '#lib/announce/message.ts';
import { publishPresence } from '#lib/announce/publish.ts';
import { noteVisit } from '#lib/inbox/visit.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { type PresentUser, presentOn, receiveHeartbeat } from './presence.ts';

export const PresenceHeartbeat = z.object({
  taskId: z.uuid(),
  /** The browser tab that sends the heartbeat. */
  tab: z.string().min(1).max(40),
  /** null: this tab has left the record. */
  mode: PresenceMode.nullable(),
});
export type PresenceHeartbeat = z.infer<typeof PresenceHeartbeat>;

/**
 * Shows people who view the same record to each other. Returns the others; null if the actor cannot see the record, or is a
 * customer, who is not shown who works on it (POR-3).
 */
export async function recordHeartbeat(
  actor: Person,
  { taskId, tab, mode }: PresenceHeartbeat,
): Promise<PresentUser[] | null> {
  if (!mayUseWorkspace(actor) || !(await mayReadTask(db(), actor, taskId))) return null;
  await noteVisit(db(), actor, { taskId, leaving: mode === null });
  const beat = { taskId, tab, mode, userId: actor.id, name: actor.name };
  receiveHeartbeat(beat);
  await publishPresence(beat);
  return presentOn(taskId).filter((person) => person.id !== actor.id);
}
