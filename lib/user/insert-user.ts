import type { Role } from '#lib/access/roles.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { Prisma } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { CreateUser } from './schema.ts';

type Stored = Pick<CreateUser, 'name' | 'email'> & { passwordHash: string | null };

/** ADM-6, ADM-12 · Stores an internal user with these roles; returns the id. */
export async function insertUser(
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
    if (isTaken(error)) throw new Refusal('ADM-6', `${email} is already used by someone else.`, { field: 'email' });
    throw error;
  }
}

/** Relies on the unique constraint, so that concurrent creations get the same answer. */
function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
