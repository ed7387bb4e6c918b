import { can, maySeeCustomerOf } from '#lib/access/policy.ts';
import { ownerNamed } from '#lib/customer/queries/owner-named.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { defaultGroupOf } from '#lib/write/default-group.ts';
import { defaultGroupText } from '#lib/write/rules/default-group.ts';

type Named = Partial<Record<'contact' | 'consumer' | 'account' | 'product', string | undefined>>;

/** ACC-6 · The default group of the case that a form describes, in words; empty if the actor may not create that case. */
export async function newCaseGroup(actor: Actor, { product, ...named }: Named): Promise<string[]> {
  const { contact: contactId = null, consumer: consumerId = null } = named;
  const { accountId } = await ownerNamed(db(), actor, named);
  const customer = { contactId, consumerId, accountId };
  if (!can(actor, 'create', 'case') || !maySeeCustomerOf(actor, { kind: 'case', ...customer }).ok) return [];
  const group = await defaultGroupOf(db(), await readSettings(db()), { productId: product ?? null, ...customer });
  return group ? [defaultGroupText(group)] : [];
}
