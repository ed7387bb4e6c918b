import { maySeeAccounts, maySeeConsumers } from '#lib/access/customers.ts';
import type { Owner } from '#lib/kinds/reference.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';

type Named = { contact?: string | undefined; consumer?: string | undefined; account?: string | undefined };

const nobody: Owner = { accountId: null, consumerId: null };

/**
 * REC-5 · The owner of the assets and products for the customer in a form; a contact's belong to the account. ACC-6: a customer
 * whom the actor may not see owns nothing.
 */
export async function ownerNamed(tx: Db, actor: Actor, { contact, consumer, account }: Named): Promise<Owner> {
  if (consumer && !contact) return maySeeConsumers(actor) ? { ...nobody, consumerId: consumer } : nobody;
  if (!maySeeAccounts(actor)) return nobody;
  if (!contact) return { ...nobody, accountId: account ?? null };
  const found = await tx.contact.findUnique({ where: { id: contact }, select: { accountId: true } });
  return { ...nobody, accountId: found?.accountId ?? null };
}
