import { mayNotifyCustomers } from '#lib/access/policy.ts';
import { namedRecord } from '#lib/access/readable-record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { RepliesOf } from '../schema.ts';
import type { ReplySource } from './replies-sql.ts';

/**
 * NOT-8 · The record whose customers reply. Refused: REL-16 for a missing or hidden record, ACC-6 for users who may not write
 * to its customers.
 */
export async function repliesSource(actor: Actor, { kind, number }: RepliesOf): Promise<ReplySource> {
  const { id } = await namedRecord(actor, { kind, number }, mayNotifyCustomers);
  return { id, kind };
}
