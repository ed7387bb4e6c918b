import type { Case } from '#lib/case/definition.ts';
import type { Db } from '#lib/platform/db.ts';
import { links, type SingleLinkName } from '../link.ts';

/** The number of the record that a case has in a field; null if it has none. */
export async function numberInLink(tx: Db, theCase: Case, link: SingleLinkName): Promise<string | null> {
  const id = theCase[links[link].field];
  if (id === null) return null;
  const { number } = await tx.task.findUniqueOrThrow({ where: { id }, select: { number: true } });
  return number;
}
