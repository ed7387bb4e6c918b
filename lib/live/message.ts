import { z } from 'zod';
import { taskKindNames } from '#lib/task/kind.ts';

export const CHANNEL = 'casebridge';

const Kind = z.enum(taskKindNames);

/** A record that changed: its kind and id, never its content. */
const Changed = z.object({ kind: Kind, id: z.string() });
export type Changed = z.infer<typeof Changed>;

/** Records that a fan-out changed: how many, and the record that it went through. */
const Reached = z.object({ kind: Kind, count: z.number(), through: z.string() });
export type Reached = z.infer<typeof Reached>;

export const PresenceMode = z.enum(['viewing', 'editing']);
export type PresenceMode = z.infer<typeof PresenceMode>;

/** Somebody's tab on a record; without a mode it has left. */
const PresenceBeat = z.object({
  taskId: z.string(),
  userId: z.string(),
  name: z.string(),
  tab: z.string(),
  mode: PresenceMode.nullable(),
});
export type PresenceBeat = z.infer<typeof PresenceBeat>;

/** Everything that one server process tells the others, over PostgreSQL's notifications (8,000 bytes each). */
const Message = z.discriminatedUnion('type', [
  z.object({ type: z.literal('change'), changed: z.array(Changed), reached: z.array(Reached) }),
  z.object({ type: z.literal('sessions-ended'), userId: z.string() }),
  z.object({ type: z.literal('presence'), ...PresenceBeat.shape }),
]);
export type Message = z.infer<typeof Message>;

/** A notification's payload; null when it is none of ours, as the channel is open to whoever may use the database. */
export function readMessage(payload: string): Message | null {
  try {
    return Message.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
