import type { Case } from '#lib/kinds/case/definition.ts';
import type { Db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';

/** The name of a case's customer: its contact or consumer or, for a proactive case, its account. */
export async function customerName(tx: Db, { contactId, consumerId, accountId }: Case): Promise<string> {
  const select = { name: true } as const;
  const person = contactId ?? consumerId;
  if (person) return (await tx.user.findUniqueOrThrow({ where: { id: person }, select })).name;
  if (!accountId) throw new Refusal('CASE-10', 'There is no customer whose answer could be recorded.');
  return (await tx.account.findUniqueOrThrow({ where: { id: accountId }, select })).name;
}
