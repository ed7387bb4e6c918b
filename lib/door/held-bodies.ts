import type { IncomingMessage } from 'node:http';
import { BODIES_SIGNED_OUT, BODY_SECONDS, LARGEST_BODY, LARGEST_BODY_SIGNED_OUT } from './limits.ts';
import { receiveBody } from './request-body.ts';

type TooMuch = 408 | 413 | 503;

/** How to give up the bodies that are held for who is not signed in, the oldest first. */
const held = new Set<() => void>();

/**
 * ACC-12 · Holds a body until all of it is here; answers its bytes, or the status that refuses it. Who shows no session has
 * fewer bytes, and all of them together so many bodies in this process: the one that has been coming longest makes room for
 * the next, since an honest one is there at once. Whoever sends too slowly, or hangs up, is given up.
 */
export async function holdBody(request: IncomingMessage, hasToken: boolean): Promise<{ size: number } | TooMuch> {
  const atMost = hasToken ? LARGEST_BODY : LARGEST_BODY_SIGNED_OUT;
  if (Number(request.headers['content-length'] ?? 0) > atMost) return 413;
  const refusing = new AbortController();
  const abort = (status: TooMuch) => () => refusing.abort(status);
  const received = receiveBody(request, atMost, refusing.signal);
  const tooSlow = setTimeout(abort(408), BODY_SECONDS * 1000);
  const hungUp = abort(408);
  request.once('close', hungUp);
  const makeRoom = abort(503);
  if (!hasToken) held.add(makeRoom);
  const [oldest] = held;
  if (oldest && held.size > BODIES_SIGNED_OUT) {
    held.delete(oldest);
    oldest();
  }
  const size = await received;
  clearTimeout(tooSlow);
  request.off('close', hungUp);
  held.delete(makeRoom);
  return size === null ? (refusing.signal.reason ?? 413) : { size };
}
