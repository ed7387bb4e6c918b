import type { ReadableStream as WebStream } from 'node:stream/web';
import { v7 as uuid } from 'uuid';
import type { Actor } from '#lib/platform/actor.ts';
import { personTurns } from '#lib/platform/person-turns.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { attachmentTarget } from '../queries/attachments.ts';
import { mayAttach } from '../rules/may-attach.ts';
import type { Upload } from '../schema.ts';
import { dropReceived, keepReceived, receiveFile, tooLarge } from '../store.ts';
import { toldAsRefusal } from '../told-as-refusal.ts';
import { addAttachment } from './add-attachment.ts';

/** A file on its way: what it says that it is, how many bytes it announces, and its content. */
export type Incoming = Upload & {
  contentType: string;
  announced: number | undefined;
  content: WebStream<Uint8Array> | null;
};

/** ACC-12 · Fewer than a process has connections: what one person attaches may all wait for one record, and others go on. */
const turnOf = personTurns('attach', 3);

/** REC-4 · Takes a file in and attaches it; a file that is refused leaves nothing behind. */
export async function receiveAttachment(actor: Actor, file: Incoming): Promise<void> {
  const { record, maxMegabytes } = await attachmentTarget(actor, file.kind, file.number);
  // Before a byte is read: who is cut off while sending sees a broken connection instead of the words.
  enforce(mayAttach(actor, record));
  const problem = tooLarge(file.announced ?? 0, maxMegabytes);
  if (problem) throw problem;
  if (!file.content) throw new Refusal('REC-4', 'The file is empty.', { field: 'file' });
  const id = uuid();
  try {
    const received = await toldAsRefusal(receiveFile(id, file.content, maxMegabytes));
    if (received.size !== (file.announced ?? received.size))
      throw new Refusal('REC-4', 'The file did not arrive whole: try again.', { field: 'file' });
    await turnOf(actor.id ?? '', () => addAttachment(actor, file, received));
  } catch (error) {
    // Of any other failure nobody knows whether the row was written: the sweep looks.
    if (error instanceof Refusal) await dropReceived(id);
    throw error;
  }
  await keepReceived(id);
}
