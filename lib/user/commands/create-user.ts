import { mayAdminister } from '#lib/access/policy.ts';
import type { Role } from '#lib/access/roles.ts';
import { setRelation } from '#lib/admin-table/commands/set-relation.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { Prisma } from '#lib/platform/db.ts';
import { together, transaction } from '#lib/platform/transaction.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { hashPassword } from '#lib/session/password.ts';
import { mayUsePassword } from '#lib/session/rules/use-password.ts';
import { mayHoldRoles } from '../rules/hold-roles.ts';
import type { CreateUser } from '../schema.ts';

type NewUser = Omit<CreateUser, 'groups'> & Partial<Pick<CreateUser, 'groups'>>;

/** ADM-6, ACC-1, ACC-3, ADM-12 · makes an internal user with a first password and puts it into groups; answers the id. */
export async function createUser(actor: Actor, { password, roles, groups = [], ...person }: NewUser): Promise<string> {
  const audience = 'internal';
  const { name, email } = person;
  enforce(mayAdminister(actor), mayHoldRoles({ name, audience }, roles), mayUsePassword({ password, email }));
  const passwordHash = await hashPassword(password);
  return together(async () => {
    const id = await insertUser(actor, { ...person, passwordHash }, [...new Set(roles)].sort());
    for (const fromId of new Set(groups))
      await setRelation(actor, { relation: 'group-member', fromId, toId: id, related: true });
    return id;
  });
}

type Stored = Pick<CreateUser, 'name' | 'email'> & { passwordHash: string };

async function insertUser(
  actor: Actor,
  { name, email, passwordHash }: Stored,
  roles: readonly Role[],
): Promise<string> {
  const audience = 'internal';
  try {
    return await transaction(async (tx) => {
      const at = now();
      const person = { name, email, passwordHash, kind: 'internal', audience, createdAt: at, updatedAt: at } as const;
      const { id } = await tx.user.create({ data: person, select: { id: true } });
      await tx.userRole.createMany({ data: roles.map((role) => ({ userId: id, role, audience })) });
      await recordAudit(tx, actor, { action: 'user.created', subject: email, newValue: [...roles] });
      return id;
    });
  } catch (error) {
    if (isTaken(error)) throw new Refusal('ADM-6', `${email} belongs to somebody else already.`, { field: 'email' });
    throw error;
  }
}

/** Asked of the constraint, so that two who create at once get the same answer. */
function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
