import { db } from '#lib/platform/db.ts';
import { dropReceived, keepReceived, receivedBefore } from './store.ts';

/** A file that nobody has written to for so long is no upload any more. */
const MINUTES = 60;

/**
 * Q-10, REC-4 · the job that ends uploads whose server was killed: a file whose attachment was written gets its name, any
 * other is removed. Files that have their name are never touched, whatever the database says.
 */
export async function sweepUploads(at: Date): Promise<string> {
  const ids = await receivedBefore(new Date(at.getTime() - MINUTES * 60_000));
  const rows = await db().attachment.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const owned = new Set(rows.map(({ id }) => id));
  for (const id of ids) await (owned.has(id) ? keepReceived(id) : dropReceived(id));
  return `${ids.length - owned.size} files of broken uploads removed`;
}
