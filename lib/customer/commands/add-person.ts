import { mayHoldRoles } from '#lib/access/hold-roles.ts';
import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { hashPassword } from '#lib/session/password.ts';
import { mayUsePassword } from '#lib/session/rules/use-password.ts';
import type { AddPerson } from '../schema.ts';
import { createConsumer } from './create-consumer.ts';
import { createContact } from './create-contact.ts';

/** ADM-6, ACC-1 · Adds a contact of an account, or a consumer, with portal roles; returns the id. */
export async function addPerson(actor: Actor, { accountId, password, ...typed }: AddPerson): Promise<string> {
  const { name, email, roles } = typed;
  enforce(mayAdminister(actor));
  enforce(mayHoldRoles({ name, audience: 'external' }, roles));
  if (password !== '') enforce(mayUsePassword({ password, email }));
  const passwordHash = password === '' ? {} : { passwordHash: await hashPassword(password) };
  const person = { ...typed, ...passwordHash };
  if (!accountId) return createConsumer(actor, person);
  if ((await transaction((tx) => tx.account.count({ where: { id: accountId } }))) === 0) throw notFound('account');
  return createContact(actor, { ...person, accountId });
}
