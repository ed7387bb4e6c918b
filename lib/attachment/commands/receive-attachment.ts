import type { ReadableStream as WebStream } from 'node:stream/web';
import type { Actor } from '#lib/platform/actor.ts';
import { userConcurrency } from '#lib/platform/user-concurrency.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { attachmentTarget } from '../queries/attachments.ts';
import { mayAttach } from '../rules/may-attach.ts';
import type { Upload } from '../schema.ts';
import { keepReceived } from '../store.ts';
import { takeIn } from '../take-in.ts';
import { addAttachment } from './add-attachment.ts';

/** A file on its way: what it says that it is, how many bytes it announces, and its content. */
export type Incoming = Upload & {
  contentType: string;
  announced: number | undefined;
  content: WebStream<Uint8Array> | null;
};

/** ACC-12 · Fewer than a process has connections: what one person attaches may all wait for one record, and others go on. */
const turnOf = userConcurrency('attach', 3);

/** REC-4 · Takes a file in and attaches it; a file that is refused leaves nothing behind. */
export async function receiveAttachment(actor: Actor, file: Incoming): Promise<void> {
  const { record, maxMegabytes } = await attachmentTarget(actor, file.kind, file.number);
  // Before a byte is read: who is cut off while sending sees a broken connection instead of the words.
  enforce(mayAttach(actor, record));
  const { id } = await takeIn(file, maxMegabytes, (received) =>
    turnOf(actor.id ?? '', () => addAttachment(actor, file, received)),
  );
  await keepReceived(id);
}
