import { userConcurrency } from '#lib/platform/user-concurrency.ts';
import { maskApart } from './parse-in-worker.ts';
import { rawMail } from './raw-mail.ts';

const PIECE = 256_000;
/** In milliseconds: whoever takes longer for one mail may begin the next meanwhile. */
const LONGEST = 10 * 60_000;

const turns = userConcurrency('email download', 1);

/** The bytes piece by piece; `onEnd` when all of them are sent, or nobody wants more. */
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
 * MAIL-8, ACC-12 · A mail as it came but for tokens, to be sent; null: it cannot be masked. A person has one in hand at a time
 * until it is sent: a mail has many megabytes.
 */
export function downloadMail(personId: string, id: string): Promise<{ size: number; body: ReadableStream } | null> {
  const answer = Promise.withResolvers<{ size: number; body: ReadableStream } | null>();
  turns(personId, async () => {
    const mail = await maskApart(await rawMail(id));
    if ('unreadable' in mail) return answer.resolve(null);
    await new Promise<void>((end) => {
      setTimeout(end, LONGEST).unref();
      answer.resolve({ size: mail.byteLength, body: sent(mail, end) });
    });
  }).catch(answer.reject);
  return answer.promise;
}
