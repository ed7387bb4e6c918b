import type { ReadableStream as WebStream } from 'node:stream/web';
import { v7 as uuid } from 'uuid';
import { Refusal } from '#lib/platform/verdict.ts';
import { asRefusal } from './as-refusal.ts';
import { dropReceived, type Received, receiveFile, tooLarge } from './store.ts';

/** The announced number of bytes, and the content. */
type Sent = { announced: number | undefined; content: WebStream<Uint8Array> | null };

/** REC-4 · Receives a file and creates the row that owns it; a refused file leaves nothing behind. */
export async function receiveUpload(
  { announced, content }: Sent,
  maxMegabytes: number,
  own: (received: Received) => Promise<void>,
): Promise<Received> {
  const problem = tooLarge(announced ?? 0, maxMegabytes);
  if (problem) throw problem;
  if (!content) throw new Refusal('REC-4', 'The file is empty.', { field: 'file' });
  const id = uuid();
  try {
    const received = await asRefusal(receiveFile(id, content, maxMegabytes));
    if (received.size !== (announced ?? received.size))
      throw new Refusal('REC-4', 'The upload was incomplete. Try again.', { field: 'file' });
    await own(received);
    return received;
  } catch (error) {
    // After any other error the row may exist or not: the sweep decides.
    if (error instanceof Refusal) await dropReceived(id);
    throw error;
  }
}
