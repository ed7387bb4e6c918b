import type { ReadableStream as WebStream } from 'node:stream/web';
import type { Actor } from '#lib/platform/actor.ts';
import { userConcurrency } from '#lib/platform/user-concurrency.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { attachmentTarget } from '../queries/attachments.ts';
import { receiveUpload } from '../receive-upload.ts';
import { mayAttach } from '../rules/attach.ts';
import type { Upload } from '../schema.ts';
import { finalizeReceived } from '../store.ts';
import { addAttachment } from './add-attachment.ts';

/** An upload in progress: its declared type and size, and its content. */
export type Incoming = Upload & {
  contentType: string;
  announced: number | undefined;
  content: WebStream<Uint8Array> | null;
};

/** ACC-12 · Below the connection pool's size, so that one user's uploads to one locked record don't block other users. */
const inUserQueue = userConcurrency('attach', 3);

/** REC-4 · Receives a file and attaches it; a refused file leaves nothing behind. */
export async function receiveAttachment(actor: Actor, file: Incoming): Promise<void> {
  const { record, maxMegabytes } = await attachmentTarget(actor, file.kind, file.number);
  // Refuse before reading the body: a browser that is cut off while sending shows a broken connection, not the message.
  enforce(mayAttach(actor, record));
  const { id } = await receiveUpload(file, maxMegabytes, (received) =>
    inUserQueue(actor.id ?? '', () => addAttachment(actor, file, received)),
  );
  await finalizeReceived(id);
}
