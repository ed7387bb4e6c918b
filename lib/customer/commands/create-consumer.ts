import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { CreateConsumer } from '../schema.ts';
import { writePerson } from '../write-person.ts';

/** ADM-6 · Makes an external person without an account. Roles of staff are refused by the database (ACC-1). */
export async function createConsumer(actor: Actor, input: CreateConsumer): Promise<string> {
  const person = CreateConsumer.parse(input);
  enforce(mayAdminister(actor));
  return transaction(async (tx) => {
    const { id, isNew } = await writePerson(tx, actor, 'consumer', person);
    if (isNew) await tx.consumer.create({ data: { id } });
    return id;
  });
}
