import type { ReadableStream as WebStream } from 'node:stream/web';
import { mayOpenOwn } from '#lib/access/open-cases.ts';
import { receiveUpload } from '#lib/attachment/receive-upload.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { userConcurrency } from '#lib/platform/user-concurrency.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { integer, readSettings } from '#lib/settings/settings.ts';
import type { FormFile, FormKey } from '../form-files.ts';
import { formHasRoom } from '../rules/form-has-room.ts';

/** ACC-12 · Fewer than the connections of a process, so that one session cannot occupy all of them. */
const inUserQueue = userConcurrency('store-form-file', 2);

type Sent = FormKey & {
  name: string;
  contentType: string;
  announced: number | undefined;
  content: WebStream<Uint8Array> | null;
};

/** POR-18 · Stores a file of a form that is not sent yet: it belongs to this session and form, and to no record. */
export async function storeFormFile(
  actor: Actor,
  { sessionId, form, name, contentType, ...sent }: Sent,
): Promise<FormFile> {
  enforce(mayOpenOwn(actor));
  const settings = await readSettings(db());
  const { id } = await receiveUpload(sent, integer(settings, 'attachment.max_size_mb'), (received) =>
    inUserQueue(sessionId, () =>
      transaction(async (tx) => {
        // Serialized, so that a parallel upload counts this file.
        await tx.$queryRaw`select id from sessions where id = ${sessionId}::uuid for update`;
        enforce(formHasRoom(await tx.formFile.count({ where: { sessionId } })));
        await tx.formFile.create({ data: { ...received, sessionId, form, name, contentType, createdAt: now() } });
      }),
    ),
  );
  return { id, name };
}
