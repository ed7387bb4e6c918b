import { db } from '#lib/platform/db.ts';
import { dropReceived, keepReceived, receivedBefore } from './store.ts';

/** A file that nobody has written to for so long is no upload any more. */
const MINUTES = 60;

/** POR-18 · So long a file waits for its form to be sent. */
const FORM_HOURS = 24;

/** POR-18 · The time before which a file of a form is gone. */
export const formFilesSince = (at: Date) => new Date(at.getTime() - FORM_HOURS * 3_600_000);

/**
 * Q-10, REC-4 · the job that ends uploads whose server was killed: a file whose attachment was written gets its name, any
 * other is removed, but for those of forms that may still be sent. Files that have their name are never touched, whatever
 * the database says.
 */
export async function sweepUploads(at: Date): Promise<string> {
  await db().formFile.deleteMany({ where: { createdAt: { lt: formFilesSince(at) } } });
  const ids = await receivedBefore(new Date(at.getTime() - MINUTES * 60_000));
  const rows = await db().attachment.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const owned = new Set(rows.map(({ id }) => id));
  const waiting = await db().formFile.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const inForms = new Set(waiting.map(({ id }) => id));
  const nobodys = ids.filter((id) => !owned.has(id) && !inForms.has(id));
  for (const id of owned) await keepReceived(id);
  for (const id of nobodys) await dropReceived(id);
  return `${nobodys.length} files of broken uploads removed`;
}
