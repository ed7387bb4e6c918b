import { mayAddPerson } from '#lib/access/customers.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { CreateConsumer } from '../schema.ts';
import { writePerson } from '../write-person.ts';

/** ADM-6, ACC-14 · Creates a consumer. The database refuses staff roles (ACC-1). `within`: an open transaction. */
export async function createConsumer(actor: Actor, input: CreateConsumer, within?: Db): Promise<string> {
  const person = CreateConsumer.parse(input);
  enforce(mayAddPerson(actor, 'consumer', person.roles));
  return transaction(async (tx) => {
    const { id, isNew } = await writePerson(tx, actor, 'consumer', person);
    if (isNew) await tx.consumer.create({ data: { id } });
    return id;
  }, within);
}
