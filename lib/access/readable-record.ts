import type { Actor } from '#lib/platform/actor.ts';
import { currentDb } from '#lib/platform/transaction.ts';
import { enforce, notFound, type Verdict } from '#lib/platform/verdict.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { readableOf } from './readable.ts';

type Named<K extends TaskKind> = { kind: K; number: string };
type Reached<K extends TaskKind> = Named<K> & { id: string; state: string };

/** ACC-6 · The record of this kind and number if the actor may see it; null if it is missing or hidden. */
export async function readableRecord<K extends TaskKind>(
  actor: Actor,
  { kind, number }: Named<K>,
): Promise<Reached<K> | null> {
  const [found] = await currentDb().$queryRaw<{ id: string; state: string }[]>`
    select t.id, t.state from tasks t
    where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;
  return found ? { id: found.id, state: found.state, kind, number } : null;
}

/** ACC-5 · The same for actors who also need a permission. Refused: REL-16 if missing or hidden, then by permission. */
export async function namedRecord<K extends TaskKind>(
  actor: Actor,
  named: Named<K>,
  right: (actor: Actor, record: Reached<K>) => Verdict,
): Promise<Reached<K>> {
  const found = await readableRecord(actor, named);
  if (!found) throw notFound(`${taskKinds[named.kind].label.toLowerCase()} ${named.number}`);
  enforce(right(actor, found));
  return found;
}
