import type { Db } from '#lib/platform/db.ts';
import type { AnyRecord } from '#lib/task/record.ts';

/** CASE-3 · Whom a proposed solution has gone to, in words; a case of no person has nobody who answers. */
export async function solutionSent(tx: Db, { number, contactId, consumerId }: AnyRecord): Promise<string> {
  const id = contactId ?? consumerId;
  const customer = id && (await tx.user.findUnique({ where: { id }, select: { name: true } }));
  return customer ? `Solution sent to ${customer.name}.` : `Solution of ${number} saved.`;
}
