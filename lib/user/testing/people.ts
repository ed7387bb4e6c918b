import type { Role } from '#lib/access/roles.ts';
import { storeRoles } from '#lib/access/store-roles.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { hashPassword } from '#lib/session/password.ts';

export const PASSWORD = 'seven green kites over May';

let hash: Promise<string> | undefined;
let count = 0;

type PersonInput = { kind?: 'internal' | 'contact' | 'consumer'; name?: string; roles?: Role[]; active?: boolean };

/** Creates a user with the password above. A contact gets a new account. */
export async function givenUser({ kind = 'internal', name, roles = [], active = true }: PersonInput = {}) {
  hash ??= hashPassword(PASSWORD);
  const passwordHash = await hash;
  const audience = kind === 'internal' ? 'internal' : 'external';
  count += 1;
  const personName = name ?? `Person ${count}`;
  const email = `person-${count}@example.test`;
  return transaction(async (tx) => {
    await storeRoles(tx);
    const { id } = await tx.user.create({ data: { kind, audience, name: personName, email, active, passwordHash } });
    await tx.userRole.createMany({ data: roles.map((role) => ({ userId: id, role, audience })) });
    if (kind === 'consumer') await tx.consumer.create({ data: { id } });
    if (kind === 'contact') {
      const account = await tx.account.create({ data: { name: `Account of ${personName}` } });
      await tx.contact.create({ data: { id, accountId: account.id } });
    }
    return { id, email, name: personName };
  });
}
