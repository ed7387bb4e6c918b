import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';

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
