import { mayNotifyCustomers } from '#lib/access/policy.ts';
import { namedRecord } from '#lib/access/readable-record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { NotifySource } from '../source.ts';

/** NOT-1, NOT-8 · The record that messages and replies are about. Refused: REL-16 if missing or hidden, ACC-6 by role. */
export async function readableSource(
  actor: Actor,
  { kind, number }: { kind: NotifySource; number: string },
): Promise<{ id: string; kind: NotifySource }> {
  const { id } = await namedRecord(actor, { kind, number }, mayNotifyCustomers);
  return { id, kind };
}
