import type { Case } from '#lib/kinds/case/definition.ts';
import type { Db } from '#lib/platform/db.ts';
import { Refusal } from '#lib/platform/verdict.ts';

/** Whose case it is, by name: the contact's, the consumer's or, of a proactive case, the account's. */
export async function customerName(tx: Db, { contactId, consumerId, accountId }: Case): Promise<string> {
  const select = { name: true } as const;
  const person = contactId ?? consumerId;
  if (person) return (await tx.user.findUniqueOrThrow({ where: { id: person }, select })).name;
  if (!accountId) throw new Refusal('CASE-10', 'There is no customer whose answer could be recorded.');
  return (await tx.account.findUniqueOrThrow({ where: { id: accountId }, select })).name;
}
