import { mayAdminister } from '#lib/access/policy.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { Prisma } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { hashPassword } from '#lib/session/password.ts';
import { mayUsePassword } from '#lib/session/rules/use-password.ts';
import { mayHoldRoles } from '../rules/hold-roles.ts';
import type { CreateUser } from '../schema.ts';

/** ADM-6, ACC-1, ACC-3, ADM-12 · makes an internal user with a first password; answers the id. */
export async function createUser(actor: Actor, { name, email, password, roles }: CreateUser): Promise<string> {
  const audience = 'internal';
  enforce(mayAdminister(actor), mayHoldRoles({ name, audience }, roles), mayUsePassword({ password, email }));
  const passwordHash = await hashPassword(password);
  const wanted = [...new Set(roles)].sort();
  try {
    return await transaction(async (tx) => {
      const at = now();
      const person = { name, email, passwordHash, kind: 'internal', audience, createdAt: at, updatedAt: at } as const;
      const { id } = await tx.user.create({ data: person, select: { id: true } });
      await tx.userRole.createMany({ data: wanted.map((role) => ({ userId: id, role, audience })) });
      await recordAudit(tx, actor, { action: 'user.created', subject: email, newValue: wanted });
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
