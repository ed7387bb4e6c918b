import type { Actor } from '#lib/platform/actor.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { type CommandContext, recordChanged } from '#lib/write/command-context.ts';
import { watchersOn, writeWatchers } from '#lib/write/write-watchers.ts';

/** A colleague who was added to a case. */
export type PortalColleague = { id: string; name: string; mayAnswer: boolean };

/** POR-19 · The colleagues who were added to the case `t` and still see it, by name, as JSON. */
export const colleaguesOf = Prisma.sql`(
  select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'mayAnswer', cc.may_answer) order by u.name, u.id), '[]')
  from case_colleagues cc join users u on u.id = cc.user_id and u.active
  join contacts c on c.id = u.id and c.account_id = t.account_id
  where cc.case_id = t.id)`;

/** POR-19 · The person with this address in the actor's account, if the case is of that account too; null otherwise. */
export async function colleagueOf(
  tx: Db,
  actor: Actor,
  accountOfCase: string | null,
  email: string,
): Promise<{ id: string; name: string } | null> {
  const accountId = 'accountId' in actor ? actor.accountId : null;
  if (!accountId || accountId !== accountOfCase) return null;
  return tx.user.findFirst({
    where: { email: email.toLowerCase(), active: true, contact: { accountId } },
    select: { id: true, name: true },
  });
}

type Person = { id: string; name: string };

/** Adds a person to the email list of a locked case, or removes the person. */
export async function setWatching(context: CommandContext, theCase: TaskRecord, person: Person, watching: boolean) {
  const before = await watchersOn(context, theCase, 'watch_list');
  const others = before.filter(({ id }) => id !== person.id);
  if (watching === others.length < before.length) return recordChanged(context, theCase);
  const after = watching ? [...others, person] : others;
  await writeWatchers(context, theCase, 'watch_list', { before, after });
}
