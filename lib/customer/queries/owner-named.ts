import type { Db } from '#lib/platform/db.ts';
import type { Owner } from '#lib/task/reference.ts';

type Named = { contact?: string | undefined; consumer?: string | undefined; account?: string | undefined };

/** REC-5 · Whose things go with the customer that a form names: a contact's are the account's. */
export async function ownerNamed(tx: Db, { contact, consumer, account }: Named): Promise<Owner> {
  if (consumer && !contact) return { accountId: null, consumerId: consumer };
  if (!contact) return { accountId: account ?? null, consumerId: null };
  const found = await tx.contact.findUnique({ where: { id: contact }, select: { accountId: true } });
  return { accountId: found?.accountId ?? null, consumerId: null };
}
