import { mayNotifyCustomers } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import type { RepliesOf } from '../schema.ts';
import type { ReplySource } from './replies-sql.ts';

/**
 * NOT-8 · The record whose customers answer. Refused: REL-16 for one that is missing or hidden, ACC-6 for who may not write to its
 * customers.
 */
export async function repliesSource(actor: Actor, { kind, number }: RepliesOf): Promise<ReplySource> {
  const [found] = await db().$queryRaw<{ id: string }[]>`
    select t.id from tasks t where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;
  if (!found) throw notFound(number);
  enforce(mayNotifyCustomers(actor));
  return { id: found.id, kind };
}
