import { db, Prisma } from '#lib/platform/db.ts';
import { loadBytes } from '#lib/platform/large-values.ts';

/** An email as received. It may have many megabytes, so no other query loads this column. */
export async function rawMail(id: string): Promise<Uint8Array> {
  const raw = await loadBytes(db(), Prisma.sql`raw`, Prisma.sql`incoming_mails where id = ${id}::uuid`);
  if (!raw) throw new Error(`There is no mail ${id}.`);
  return raw;
}
