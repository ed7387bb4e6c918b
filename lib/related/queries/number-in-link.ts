import type { Db } from '#lib/platform/db.ts';
import type { SingleLinkName } from '#lib/record/link.ts';
import { recordIn, type Source } from '../source.ts';

/** The number of the record in this field of a case or incident; null if it is empty. */
export async function numberInLink(tx: Db, source: Source, link: SingleLinkName): Promise<string | null> {
  const id = recordIn(source, link);
  if (id === null) return null;
  const { number } = await tx.task.findUniqueOrThrow({ where: { id }, select: { number: true } });
  return number;
}
