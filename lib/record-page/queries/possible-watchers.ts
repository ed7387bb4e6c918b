import { can, mayBeNotifiedAbout, mayReadWorkNotes, mayWork } from '#lib/access/policy.ts';
import { readableOf, readersAmong } from '#lib/access/readable.ts';
import { type Offered, searchReferences } from '#lib/kinds/reference.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { mayBeWatchedBy, type WatchListName } from '#lib/record/rules/watchers.ts';
import { actorsOfUsers } from '#lib/session/actors.ts';

/** Enough candidates that some remain after those who may not watch are removed. */
const CANDIDATES = 100;
const AT_MOST = 20;

type Wanted = { kind: TaskKind; number: string; list: WatchListName; words: string };

type Row = {
  id: string;
  kind: TaskKind;
  accountId: string | null;
  contactId: string | null;
  consumerId: string | null;
  majorCaseState: string | null;
};

/** REC-2, INC-6 · The people whom the actor may add to a record's list: those found by the words who may watch it. */
export async function possibleWatchers(actor: Actor, { kind, number, list, words }: Wanted): Promise<Offered[]> {
  const [record] = await db().$queryRaw<Row[]>`
    select t.id, t.kind, t.account_id as "accountId", t.contact_id as "contactId", t.consumer_id as "consumerId",
      c.major_case_state as "majorCaseState"
    from tasks t left join cases c using (id) where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;
  if (!record || !can(actor, 'edit', kind) || !mayWork(actor, record).ok) return [];
  const found = await searchReferences(db(), actor, 'person', words, { limit: CANDIDATES });
  const people = await actorsOfUsers(
    db(),
    found.map(({ id }) => id),
  );
  const readers = await readersAmong(db(), people, record);
  const watchers = people.filter((person) => {
    const receives = { workNotes: mayReadWorkNotes(person), ofKind: mayBeNotifiedAbout(person, kind) };
    return mayBeWatchedBy(number, list, { name: person.name, receives, reads: readers.has(person.id) }).ok;
  });
  const ids = new Set(watchers.map(({ id }) => id));
  return found.filter(({ id }) => ids.has(id)).slice(0, AT_MOST);
}
