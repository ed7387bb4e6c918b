import { can } from '#lib/access/policy.ts';
import { readableOf, readersAmong } from '#lib/access/readable.ts';
import { maySearch } from '#lib/access/references.ts';
import { searchReferences } from '#lib/kinds/reference.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { actorsOfUsers } from '#lib/session/actors.ts';

/** How many candidates are checked, so that enough of them may see the record. */
const CANDIDATES = 100;
const AT_MOST = 8;

/** A user who can be mentioned, with a detail that distinguishes users of the same name. */
export type Mentionable = { id: string; label: string; detail: string };

type Wanted = { kind: TaskKind; number: string; words: string };

/** Type-ahead of `@`: matching staff who may see the record, for users who may write into it. */
export async function mentionable(actor: Actor, { kind, number, words }: Wanted): Promise<Mentionable[]> {
  const [record] = await db().$queryRaw<{ id: string; kind: TaskKind }[]>`
    select t.id, t.kind from tasks t
    where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;
  const writes = can(actor, 'note', kind) || can(actor, 'comment', kind);
  if (!record || !writes || !maySearch(actor, 'user')) return [];
  const found = await searchReferences(db(), actor, 'user', words, { limit: CANDIDATES });
  const people = await actorsOfUsers(
    db(),
    found.map(({ id }) => id),
  );
  const readers = await readersAmong(db(), people, record);
  return found
    .filter(({ id }) => readers.has(id) && id !== actor.id)
    .slice(0, AT_MOST)
    .map(({ id, label, detail }) => ({ id, label, detail }));
}
