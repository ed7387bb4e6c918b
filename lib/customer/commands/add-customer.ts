import { mayAddPerson } from '#lib/access/customers.ts';
import { defaultRoles } from '#lib/access/roles.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound, Refusal } from '#lib/platform/verdict.ts';
import { invite as sendInvitation } from '#lib/user/commands/invite.ts';
import type { AddCustomer } from '../schema.ts';
import { createConsumer } from './create-consumer.ts';
import { createContact } from './create-contact.ts';

/** ACC-14 · Adds a customer with the usual role, invites them if asked, returns the id. `within`: an open transaction. */
export function addCustomer(
  actor: Actor,
  { kind, accountId, name, email, invite }: AddCustomer,
  within?: Db,
): Promise<string> {
  const roles = [defaultRoles[kind]];
  enforce(mayAddPerson(actor, kind, roles));
  return transaction(async (tx) => {
    const person = { name, email, roles };
    const id = kind === 'contact' ? await contactOf(accountId) : await createConsumer(actor, person, tx);
    if (invite) await sendInvitation(tx, actor, id);
    return id;

    async function contactOf(account: string | undefined) {
      if (!account) throw new Refusal('ADM-6', 'Choose the account.', { field: 'accountId' });
      if ((await tx.account.count({ where: { id: account } })) === 0) throw notFound('account');
      return createContact(actor, { ...person, accountId: account }, tx);
    }
  }, within);
}
