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

/** Bodies that are held, the oldest first: how to give each up, and from where it comes. */
type Held = Map<() => void, string>;

/** Of each session, and under null of all who show none. */
const heldBy = new Map<string | null, Held>();

/**
 * ACC-12 · Holds a body until all of it is here; answers it, or the status that refuses it. Who shows no session has
 * fewer bytes, and all of them together so many bodies in this process, as each session has: from where most of them come,
 * the one that has been coming longest makes room for the next, since an honest one is there at once. Whoever sends too
 * slowly, or hangs up, is given up.
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

/** Who floods us makes room for their own next one, and nobody else for them. */
function makeRoomIn(held: Held): void {
  let most: [() => void, string][] = [];
  for (const bodies of Map.groupBy(held, ([, from]) => from).values()) if (bodies.length > most.length) most = bodies;
  const [[refuse] = []] = most;
  if (!refuse) return;
  held.delete(refuse);
  refuse();
}
