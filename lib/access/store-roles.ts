import type { Db } from '#lib/platform/db.ts';
import { roleNames, roles } from './roles.ts';

/** ACC-9 · Stores every role in the database, whose foreign keys keep internal and external roles apart (ACC-1). */
export async function storeRoles(tx: Db): Promise<void> {
  const data = roleNames.map((name) => ({ name, audience: roles[name].audience }));
  await tx.role.createMany({ data, skipDuplicates: true });
}
