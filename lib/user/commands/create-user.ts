import { mayHoldRoles } from '#lib/access/hold-roles.ts';
import { mayAdminister } from '#lib/access/policy.ts';
import { setRelation } from '#lib/admin-table/commands/set-relation.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { inOneTransaction, transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { hashPassword } from '#lib/session/password.ts';
import { mayUsePassword } from '#lib/session/rules/use-password.ts';
import { insertUser } from '../insert-user.ts';
import type { CreateUser } from '../schema.ts';
import { invite } from './invite.ts';

type NewUser = Omit<CreateUser, 'groups'> & Partial<Pick<CreateUser, 'groups'>>;

/** ADM-6, ACC-1, ACC-7, ADM-12 · Creates an internal user with a password or an invitation, and groups; returns the id. */
export async function createUser(actor: Actor, { password, roles, groups = [], ...person }: NewUser): Promise<string> {
  const audience = 'internal';
  const { name, email } = person;
  enforce(mayAdminister(actor));
  enforce(mayHoldRoles({ name, audience }, roles));
  const isInvited = password === '';
  if (!isInvited) enforce(mayUsePassword({ password, email }));
  const passwordHash = isInvited ? null : await hashPassword(password);
  return inOneTransaction(async () => {
    const id = await insertUser(actor, { ...person, passwordHash }, [...new Set(roles)].sort());
    for (const fromId of new Set(groups))
      await setRelation(actor, { relation: 'group-member', fromId, toId: id, related: true });
    if (isInvited) await transaction((tx) => invite(tx, actor, id));
    return id;
  });
}
