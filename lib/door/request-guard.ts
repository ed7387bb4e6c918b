import { subscribe } from 'node:diagnostics_channel';
import { type IncomingMessage, type RequestListener, Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { isAway } from '#lib/platform/database-error.ts';
import { appUrl } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { followRequest } from '#lib/platform/request-progress.ts';
import { actorOfSession, type SignedIn } from '#lib/session/actors.ts';
import { sessionIdIn } from '#lib/session/cookie.ts';
import { completeHeaders } from './answer-headers.ts';
import { answerUnparsed } from './answer-unparsed.ts';
import { countSearch, hasWords, TooManyCalls } from './count-call.ts';
import { markAdmitted } from './forwarded.ts';
import { holdBody } from './held-bodies.ts';
import { HEADERS_SECONDS, LARGEST_BODY_SIGNED_OUT } from './limits.ts';
import { isNestedTooDeeply } from './nesting.ts';
import { isCrossOrigin } from './origin.ts';
import { discardBody, hasBody } from './request-body.ts';
import { acquireRequestSlot } from './request-slots.ts';
import { slotNeeded } from './slot-needed.ts';
import { isCallOfFile, METHODS, statusOfUnreadable } from './unreadable.ts';

/** File uploads: their bodies are streamed and have their own limits (REC-4). */
const UPLOADS = ['/api/attachments', '/api/portal/files'];

/** How long a response waits for the rest of a discarded body, in milliseconds. */
const TIMEOUT = 5_000;

const reasons = {
  400: 'This request cannot be read.',
  403: 'This request comes from another site.',
  405: 'This method is not allowed.',
  408: 'This request took too long.',
  413: 'This request is too large.',
  417: 'This content type is not accepted here.',
  429: 'Too many requests of this kind in a short time. Try again later.',
  500: 'This request could not be answered.',
  503: 'Too many requests at once. Try again in a moment.',
} as const;

const guarded = new WeakSet<Server>();

/**
 * ACC-5, ACC-12, Q-13, Q-15 · Checks every request of this process before the framework does. Answers malformed, cross-site and
 * oversized requests itself, before their body is parsed. Adds our headers to every response. Call once, at startup: it finds
 * a server by the next connection or request.
 */
export function guardRequests(): void {
  subscribe('net.server.socket', (message) => {
    const { server } = (message as { socket: Socket & { server?: unknown } }).socket;
    if (server instanceof Server) guard(server);
  });
  subscribe('http.server.request.start', (message) => guard((message as { server: Server }).server));
}

function guard(server: Server): void {
  if (guarded.has(server)) return;
  guarded.add(server);
  server.headersTimeout = HEADERS_SECONDS * 1000;
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  // The server speaks no other protocol. An upgrade request is answered as a normal one, instead of waiting forever.
  // In development the framework uses a web socket to reload pages.
  if (process.env.NODE_ENV !== 'development') server.removeAllListeners('upgrade');
  // Check the Host header and expectations ourselves, because Node's own responses lack our headers.
  Object.assign(server, { requireHostHeader: false });
  server.removeAllListeners('checkExpectation');
  server.on('checkExpectation', (request, response) => {
    completeHeaders(response, (status) => status);
    void refuse(request, response, 417);
  });
  const inFlight = new WeakMap<Duplex, ServerResponse>();
  answerUnparsed(server, inFlight);
  server.on('request', (request, response) => {
    inFlight.set(request.socket, response);
    followRequest(request, (statusOf) => {
      completeHeaders(response, statusOf);
      admit(request, response, () => {
        for (const listener of listeners) listener.call(server, request, response);
      }).catch((error) => {
        // The client closed the connection while sending: no error of ours, and no response is possible.
        if (request.errored && request.destroyed) return;
        log.error({ err: error }, 'A request failed');
        return refuse(request, response, isAway(error) ? 503 : 500);
      });
    });
  });
}

async function admit(request: IncomingMessage, response: ServerResponse, handOn: () => void): Promise<void> {
  // Read the socket now: an aborted request loses it.
  const { socket } = request;
  const refusal =
    statusOfUnreadable(request) ?? (isCrossOriginRequest(request) ? 403 : isCallOfFile(request) ? 405 : null);
  if (refusal) return refuse(request, response, refusal, refusal === 405 ? { allow: METHODS.join(', ') } : {});
  speakForProxies(request);
  if (isUpload(request)) response.once('finish', () => cutOffLater(request, socket));
  const tooMuch = hasBody(request) && !isUpload(request) ? await tooMuchToHold(request) : null;
  if (tooMuch) return refuse(request, response, tooMuch);
  const seconds = await secondsToWait(request);
  if (seconds !== null) return refuse(request, response, 429, { 'retry-after': seconds });
  const turn = slotNeeded(request);
  markAdmitted(request.headers);
  const person = turn ? await personOf(request) : null;
  if (turn === null || person === null) return handOn();
  const end = await acquireRequestSlot(person, turn);
  if (!end) return refuse(request, response, turn === 'file' ? 429 : 503, { 'retry-after': 5 });
  if (response.destroyed) return end();
  response.once('close', end);
  handOn();
}

/** The user of each known session. A session never changes its user. */
const personOfSession = new Map<string, Promise<string | null>>();
const SESSIONS_KNOWN = 10_000;

/** The user of a request, while the session is cached. The page itself checks whether the session is still valid. */
async function personOf({ headers }: IncomingMessage): Promise<string | null> {
  const sid = sessionIdIn(headers.cookie ?? '');
  if (sid === null) return null;
  const known = personOfSession.get(sid);
  if (known) return known;
  if (personOfSession.size >= SESSIONS_KNOWN) personOfSession.clear();
  // Concurrent requests share one lookup. If it fails, the database is usually away, and the page reports that better.
  const personLookup = actorOfSession(sid).then(
    (session) => session?.actor.id ?? null,
    () => null,
  );
  personOfSession.set(sid, personLookup);
  const person = await personLookup;
  if (person === null) personOfSession.delete(sid);
  return person;
}

/** ACC-12 · A page request with a search text counts as a search of the user. */
async function secondsToWait({ url = '', headers }: IncomingMessage): Promise<number | null> {
  // Checks every method, because the framework renders pages for all of them.
  const target = URL.parse(url, appUrl());
  if (!target || !hasWords(target.searchParams) || target.pathname.startsWith('/api/')) return null;
  try {
    const session = await sessionOf(headers.cookie);
    if (!session) return null;
    await countSearch(session.actor, target.search);
    return null;
  } catch (error) {
    if (error instanceof TooManyCalls) return error.retryAfter;
    // Usually the database is away, and the page reports that better.
    return null;
  }
}

function isCrossOriginRequest({ method = '', headers }: IncomingMessage): boolean {
  const get = (name: string) => (name in headers ? String(headers[name]) : null);
  return isCrossOrigin({ method, headers: { get } }, appUrl());
}

function isUpload({ url = '' }: IncomingMessage): boolean {
  return UPLOADS.includes(url.split('?')[0] ?? '');
}

/** ACC-12 · The status that refuses a body; null if it is accepted. A larger body needs a valid session. */
async function tooMuchToHold(request: IncomingMessage): Promise<400 | 408 | 413 | 503 | null> {
  const { cookie, 'content-type': contentType } = request.headers;
  const held = await holdBody(request, sessionIdIn(cookie ?? ''));
  if (typeof held === 'number') return held;
  if (isNestedTooDeeply(held, contentType)) return 400;
  return held.length <= LARGEST_BODY_SIGNED_OUT || (await sessionOf(cookie)) !== null ? null : 413;
}

/** ACC-12 · Ends an upload that still sends a while after its response. */
function cutOffLater(request: IncomingMessage, socket: Socket): void {
  setTimeout(() => request.complete || socket.destroy(), TIMEOUT).unref();
}

async function sessionOf(cookies = ''): Promise<SignedIn | null> {
  const sid = sessionIdIn(cookies);
  return sid === null ? null : actorOfSession(sid);
}

/**
 * The framework compares the origin of an action with the host, or with the host that a proxy names. The origin was already
 * compared with the product's own address, which is stricter, so we overwrite the proxy headers to match.
 */
function speakForProxies({ headers }: IncomingMessage): void {
  for (const name of ['forwarded', 'x-forwarded-host', 'x-forwarded-port']) delete headers[name];
  headers['x-forwarded-proto'] = new URL(appUrl()).protocol.slice(0, -1);
  const { origin = '' } = headers;
  if (URL.canParse(origin)) headers['x-forwarded-host'] = new URL(origin).host;
}

/** Responds, and discards the rest of the body for a while. A client cut off while sending would not see the response. */
async function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: keyof typeof reasons,
  headers: Record<string, string | number> = {},
): Promise<void> {
  const text = reasons[status];
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': text.length,
    connection: 'close',
    ...headers,
  });
  if (request.method !== 'HEAD') response.write(text);
  const end = () => response.end();
  const tooLong = setTimeout(end, TIMEOUT);
  await discardBody(request);
  clearTimeout(tooLong);
  end();
}
