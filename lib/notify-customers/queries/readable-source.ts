import { mayNotifyCustomers } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { taskKinds } from '#lib/task/kind.ts';
import type { NotifySource } from '../source.ts';

/** NOT-1 · The record whose customers are to be written to. Refused: REL-16 for one that is missing or hidden, ACC-6 without the role. */
export async function readableSource(
  actor: Actor,
  { kind, number }: { kind: NotifySource; number: string },
): Promise<{ id: string; kind: NotifySource }> {
  const [source] = await db().$queryRaw<{ id: string }[]>`
    select t.id from tasks t where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;
  if (!source) throw notFound(`${taskKinds[kind].label.toLowerCase()} ${number}`);
  enforce(mayNotifyCustomers(actor));
  return { id: source.id, kind };
}
