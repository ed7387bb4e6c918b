import type { Message } from '#lib/announce/message.ts';
import type { SessionEnd } from '#lib/announce/session-end.ts';
import { now } from '#lib/platform/clock.ts';
import { actorOfSession, type SignedIn } from '#lib/session/actors.ts';
import { type ChangeEvent, sendMissed, subscribeToChanges } from './audience.ts';
import { bus } from './bus.ts';
import { countStream } from './open-streams.ts';
import { onPresence, type PresentUser } from './presence.ts';
import { receivedSince } from './recent.ts';

const PING_EVERY = 15_000;
const RECONNECT_AFTER = 2_000;
/** ACC-12 · In bytes. A browser with more unread data is not reading: its stream ends, and it reloads when it reconnects. */
const MAX_WAITING = 256_000;

/** ACC-12 · A page that missed more reloads: that is cheaper than checking which of the changes the user may see. */
const MAX_MISSED = 200;

/**
 * One browser's server-sent events: changes and presence, until the browser leaves or its session ends. `since`: when the page
 * was rendered, in milliseconds. Changes since then are sent first, or a resync if they are not known.
 */
export function openStream(
  session: SignedIn,
  signal: AbortSignal,
  since?: number,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let release = () => {};
  const source: UnderlyingDefaultSource<Uint8Array<ArrayBuffer>> = {
    start(controller) {
      const stream = connect(session, controller, since);
      release = stream.release;
      signal.addEventListener('abort', stream.close, { once: true });
    },
    cancel: () => release(),
  };
  return new ReadableStream(source, new ByteLengthQueuingStrategy({ highWaterMark: MAX_WAITING }));
}

function connect(
  { id, actor, expiresAt }: SignedIn,
  controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>,
  since?: number,
) {
  const encoder = new TextEncoder();
  let open = true;

  const write = (text: string) => {
    if (!open) return;
    controller.enqueue(encoder.encode(text));
    if ((controller.desiredSize ?? 0) <= 0) drop();
  };
  const send = (event: string, data: unknown) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

  const checkSession = async (because: SessionEnd = 'unknown') => {
    try {
      if (await actorOfSession(id)) return;
      send('signed-out', { because: expiresAt <= now() ? 'expired' : because });
    } catch {
      // The database is away: the browser reconnects, and its session is checked again.
    }
    close();
  };
  const onMessage = (message: Message) => {
    if (message.type === 'settings-changed') send('settings', {});
    if (message.type === 'inbox' && message.userIds.includes(actor.id)) send('inbox', {});
    if (message.type === 'sessions-ended' && message.userId === actor.id) void checkSession(message.because);
  };
  const onResync = () => {
    void checkSession();
    send('resync', {});
  };
  // Presence goes only to users who are on the record themselves; the heartbeat has checked their access.
  const sendPresence = (taskId: string, people: PresentUser[]) => {
    if (people.some((person) => person.id === actor.id))
      send('presence', { taskId, people: people.filter((person) => person.id !== actor.id) });
  };

  const onPing = () => {
    write(': ping\n\n');
    // The timer below may fire slightly too early, and it fires only once.
    if (expiresAt <= now()) void checkSession();
  };

  const ping = setInterval(onPing, PING_EVERY);
  const expiry = setTimeout(() => void checkSession(), Math.max(0, expiresAt.getTime() - now().getTime()));
  const silencePresence = onPresence(sendPresence);
  const listener = {
    actor,
    hear: (event: ChangeEvent) => send('change', event),
    lost: () => send('resync', {}),
  };
  const silenceChanges = subscribeToChanges(listener);
  const listening = bus().on('message', onMessage).on('resync', onResync).once('stop', close);
  const forget = countStream(actor.id, close);

  /** The browser has left: frees the stream's resources. */
  function release() {
    open = false;
    clearInterval(ping);
    clearTimeout(expiry);
    silencePresence();
    silenceChanges();
    forget();
    listening.off('message', onMessage).off('resync', onResync).off('stop', close);
  }

  function close() {
    if (!open) return;
    release();
    controller.close();
  }

  /** Ends the stream and discards unread data. */
  function drop() {
    release();
    controller.error(new DOMException('The reader of a stream does not read.', 'AbortError'));
  }

  write(`retry: ${RECONNECT_AFTER}\nevent: hello\ndata: {}\n\n`);
  if (since !== undefined) {
    const missed = receivedSince(since);
    if (missed && missed.length <= MAX_MISSED) {
      for (const message of missed) onMessage(message);
      void sendMissed(listener, missed);
    } else send('resync', {});
  }
  // The session may have ended before the listeners above were attached.
  void checkSession();
  return { close, release };
}
