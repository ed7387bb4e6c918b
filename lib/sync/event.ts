import type { Actor } from '#lib/platform/actor.ts';
import type { TaskRecord } from '#lib/task/definition.ts';

/** Who spoke, as an event tells it: staff, a customer, or the product itself. */
export type Speaker = { name: string; is: 'internal' | 'customer' | 'system'; accountName: string | null };

/** Somebody who acts, as one who speaks. */
export function speakerOf(actor: Actor): Speaker {
  const speaker = { name: actor.name, accountName: actor.kind === 'contact' ? actor.accountName : null };
  if (actor.kind === 'staff') return { ...speaker, is: 'internal' };
  return { ...speaker, is: actor.kind === 'system' ? 'system' : 'customer' };
}

/** What a command did, for the rules that tell others: sync/rules.ts and notify/rules.ts. */
export type TaskEvent =
  | { type: 'created'; record: TaskRecord }
  | { type: 'updated'; before: TaskRecord; record: TaskRecord; changed: ReadonlySet<string> }
  | { type: 'commented'; record: TaskRecord; entryId: string; text: string; by: Speaker }
  | { type: 'noted'; record: TaskRecord; entryId: string; text: string }
  | { type: 'communicated'; record: TaskRecord; what: 'workaround' | 'fix'; text: string }
  | { type: 'documented'; record: TaskRecord; article: { number: string; title: string } }
  | { type: 'closed'; record: TaskRecord; outcome: { number: string; title: string; state: string }[] }
  | { type: 'approval-asked'; record: TaskRecord }
  | { type: 'associated'; record: TaskRecord; theCase: TaskRecord };
