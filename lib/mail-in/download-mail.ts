import { userConcurrency } from '#lib/platform/user-concurrency.ts';
import { maskInWorker } from './parse-in-worker.ts';
import { rawMail } from './raw-mail.ts';

const PIECE = 256_000;
/** In milliseconds: after this time a person may start the next download, even if this one has not finished. */
const LONGEST = 10 * 60_000;

const turns = userConcurrency('email download', 1);

/** Streams the bytes in pieces; `onEnd` runs when all are sent or the reader cancels. */
function sent(bytes: Uint8Array, onEnd: () => void): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.slice(at, at + PIECE));
      at += PIECE;
      if (at < bytes.byteLength) return;
      controller.close();
      onEnd();
    },
    cancel: onEnd,
  });
}

/**
 * MAIL-8, ACC-12 · Streams an email as received but without tokens; null: it cannot be masked. One download at a time per
 * person, because an email can have many megabytes.
 */
export function downloadMail(personId: string, id: string): Promise<{ size: number; body: ReadableStream } | null> {
  const answer = Promise.withResolvers<{ size: number; body: ReadableStream } | null>();
  turns(personId, async () => {
    const mail = await maskInWorker(await rawMail(id));
    if ('unreadable' in mail) return answer.resolve(null);
    await new Promise<void>((end) => {
      setTimeout(end, LONGEST).unref();
      answer.resolve({ size: mail.byteLength, body: sent(mail, end) });
    });
  }).catch(answer.reject);
  return answer.promise;
}
