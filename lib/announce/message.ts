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

/** Somebody's tab on a record; no mode means that the tab has left. */
const PresenceBeat = z.object({
  taskId: z.string(),
  userId: z.string(),
  name: z.string(),
  tab: z.string(),
  mode: PresenceMode.nullable(),
});
export type PresenceBeat = z.infer<typeof PresenceBeat>;

/** All messages between server processes, sent as PostgreSQL notifications (8,000 bytes each). */
const Message = z.discriminatedUnion('type', [
  /** `beside`: records that the changed records reference or referenced; their pages show parts of them. */
  z.object({ type: z.literal('change'), changed: z.array(Changed), beside: z.array(z.string()) }),
  /** A property, a switch or the priority lookup changed, so rules shown on pages may be different now. */
  z.object({ type: z.literal('settings-changed') }),
  /** The inboxes of these users changed. */
  z.object({ type: z.literal('inbox'), userIds: z.array(z.string()) }),
  z.object({ type: z.literal('sessions-ended'), userId: z.string(), because: z.enum(sessionEnds).catch('unknown') }),
  /** ACC-12: newer streams replaced these. */
  z.object({ type: z.literal('streams-replaced'), ids: z.array(z.string()) }),
  z.object({ type: z.literal('presence'), ...PresenceBeat.shape }),
]);
export type Message = z.infer<typeof Message>;

/** The payload of a notification; null if it is invalid, as every database user can write to the channel. */
export function readMessage(payload: string): Message | null {
  try {
    return Message.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
