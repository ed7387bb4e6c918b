import { z } from 'zod';
import { taskKindNames } from '#lib/record/kind.ts';
import { sessionEnds } from './session-end.ts';

export const CHANNEL = 'casebridge';

const Kind = z.enum(taskKindNames);

/** A record that changed: its kind and id, never its content. */
const Changed = z.object({ kind: Kind, id: z.string() });
export type Changed = z.infer<typeof Changed>;

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
  /** `beside`: records that those which changed name, or named before; their pages show something of them. */
  z.object({ type: z.literal('change'), changed: z.array(Changed), beside: z.array(z.string()) }),
  /** A property, a switch or the priority lookup: what pages say of the rules may be otherwise now. */
  z.object({ type: z.literal('settings-changed') }),
  /** Their inboxes are not as they were. */
  z.object({ type: z.literal('inbox'), userIds: z.array(z.string()) }),
  z.object({ type: z.literal('sessions-ended'), userId: z.string(), because: z.enum(sessionEnds).catch('unknown') }),
  /** ACC-12: these made room for later ones. */
  z.object({ type: z.literal('streams-replaced'), ids: z.array(z.string()) }),
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
