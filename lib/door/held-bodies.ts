import type { IncomingMessage } from 'node:http';
import { isCall } from '#lib/platform/request-progress.ts';
import { addressOf } from '#lib/session/client-address.ts';
import {
  BODIES_OF_SESSION,
  BODIES_SIGNED_OUT,
  BODY_SECONDS,
  LARGEST_BODY,
  LARGEST_BODY_SIGNED_OUT,
  LARGEST_CALL_SIGNED_OUT,
} from './limits.ts';
import { receiveBody } from './request-body.ts';

type TooMuch = 408 | 413 | 503;

/** Buffered bodies, the oldest first: how to abort each, and its client address. */
type Held = Map<() => void, string>;

/** Per session; null is for all requests without one. */
const heldBy = new Map<string | null, Held>();

/**
 * ACC-12 · Buffers a body until it is complete. Returns it, or the status that refuses it. Without a session the body may be
 * smaller only, and all these requests share one limit per process, whereas each session has its own. Above the limit, the
 * oldest body of the busiest client address is refused, since an honest one arrives at once. Aborts bodies that are too slow,
 * and those of closed connections.
 */
export async function holdBody(request: IncomingMessage, sid: string | null): Promise<Buffer | TooMuch> {
  const atMost = sid === null ? largestOfStranger(request) : LARGEST_BODY;
  if (Number(request.headers['content-length'] ?? 0) > atMost) return 413;
  const refusing = new AbortController();
  const abort = (status: TooMuch) => () => refusing.abort(status);
  const received = receiveBody(request, atMost, refusing.signal);
  const tooSlow = setTimeout(abort(408), BODY_SECONDS * 1000);
  const hungUp = abort(408);
  request.once('close', hungUp);
  const makeRoom = abort(503);
  const held: Held = heldBy.get(sid) ?? new Map();
  heldBy.set(sid, held.set(makeRoom, addressOf(request)));
  if (held.size > (sid === null ? BODIES_SIGNED_OUT : BODIES_OF_SESSION)) makeRoomIn(held);
  const body = await received;
  clearTimeout(tooSlow);
  request.off('close', hungUp);
  held.delete(makeRoom);
  if (held.size === 0) heldBy.delete(sid);
  return body ?? refusing.signal.reason ?? 413;
}

const largestOfStranger = (request: IncomingMessage) =>
  isCall(request) ? LARGEST_CALL_SIGNED_OUT : LARGEST_BODY_SIGNED_OUT;

/** A client that floods the server makes room for its own next body, and not at the expense of other clients. */
function makeRoomIn(held: Held): void {
  let most: [() => void, string][] = [];
  for (const bodies of Map.groupBy(held, ([, from]) => from).values()) if (bodies.length > most.length) most = bodies;
  const [[refuse] = []] = most;
  if (!refuse) return;
  held.delete(refuse);
  refuse();
}
