import { db } from '#lib/platform/db.ts';
import { dropReceived, finalizeReceived, receivedBefore } from './store.ts';

/** After this time without writes, an upload is considered ended. */
const MINUTES = 60;

/** POR-18 · How long a file waits for its form to be submitted. */
const FORM_HOURS = 24;

/** POR-18 · Form files created before this time are removed. */
export const formFilesSince = (at: Date) => new Date(at.getTime() - FORM_HOURS * 3_600_000);

/**
 * Q-10, REC-4 · A job that finishes uploads whose server was killed. Files with an attachment get their final name. Other files
 * are removed, except those of forms that can still be submitted. Files with a final name are never touched, whatever the
 * database says.
 */
export async function sweepUploads(at: Date): Promise<string> {
  await db().formFile.deleteMany({ where: { createdAt: { lt: formFilesSince(at) } } });
  const ids = await receivedBefore(new Date(at.getTime() - MINUTES * 60_000));
  const rows = await db().attachment.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const owned = new Set(rows.map(({ id }) => id));
  const waiting = await db().formFile.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const inForms = new Set(waiting.map(({ id }) => id));
  const unowned = ids.filter((id) => !owned.has(id) && !inForms.has(id));
  for (const id of owned) await finalizeReceived(id);
  for (const id of unowned) await dropReceived(id);
  return `${unowned.length} files of broken uploads removed`;
}
