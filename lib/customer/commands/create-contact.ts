import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { CreateContact } from '../schema.ts';
import { writePerson } from '../write-person.ts';

/** ADM-6 · Makes an external user of one account. Roles of staff are refused by the database (ACC-1). */
export async function createContact(actor: Actor, input: CreateContact): Promise<string> {
  const { accountId, primary, ...person } = CreateContact.parse(input);
  enforce(mayAdminister(actor));
  return transaction(async (tx) => {
    const { id, isNew } = await writePerson(tx, actor, 'contact', person);
    if (!isNew) return id;
    await tx.contact.create({ data: { id, accountId } });
    if (primary) await tx.account.update({ where: { id: accountId }, data: { primaryContactId: id } });
    return id;
  });
}
