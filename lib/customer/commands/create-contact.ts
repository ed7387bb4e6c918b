import { mayAddPerson } from '#lib/access/customers.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { CreateContact } from '../schema.ts';
import { writePerson } from '../write-person.ts';

/** ADM-6, ACC-14 · Creates a contact. The database refuses staff roles (ACC-1). `within`: an open transaction. */
export async function createContact(actor: Actor, input: CreateContact, within?: Db): Promise<string> {
  const { accountId, primary, ...person } = CreateContact.parse(input);
  enforce(mayAddPerson(actor, 'contact', person.roles));
  return transaction(async (tx) => {
    const { id, isNew } = await writePerson(tx, actor, 'contact', person);
    if (!isNew) return id;
    await tx.contact.create({ data: { id, accountId } });
    if (primary) await tx.account.update({ where: { id: accountId }, data: { primaryContactId: id } });
    return id;
  }, within);
}
