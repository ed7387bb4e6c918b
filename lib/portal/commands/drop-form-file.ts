import { dropReceived } from '#lib/attachment/store.ts';
import { db } from '#lib/platform/db.ts';

/** POR-18 · Deletes a file of a form of this session. A file of another session is treated as missing: nothing happens. */
export async function dropFormFile({ id, sessionId }: { id: string; sessionId: string }): Promise<void> {
  const { count } = await db().formFile.deleteMany({ where: { id, sessionId } });
  if (count > 0) await dropReceived(id);
}
