import type { Message } from '#lib/announce/message.ts';
import type { SessionEnd } from '#lib/announce/session-end.ts';
import { now } from '#lib/platform/clock.ts';
import { actorOfSession, type SignedIn } from '#lib/session/actors.ts';
import { type ChangeEvent, subscribeToChanges, tellMissed } from './audience.ts';
import { bus } from './bus.ts';
import { countStream } from './open-streams.ts';
import { onPresence, type Present } from './presence.ts';
import { heardSince } from './recent.ts';

const PING_EVERY = 15_000;
const RECONNECT_AFTER = 2_000;
/** ACC-12 · In bytes. A reader with so much before it does not read: it is let go, and hears all anew when it comes back. */
const MOST_WAITING = 256_000;

/** ACC-12 · A page that has missed more asks anew: that is cheaper than to find out what of it the reader may know. */
const MOST_TOLD = 200;

/**
 * The server-sent events of one browser: what changed and who is where, until it leaves or its session ends. `since`: when its
 * page was drawn, in milliseconds; what was said between is told first, or that anything may have changed.
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
  return new ReadableStream(source, new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING }));
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
      // The database is away: the browser comes back and is asked for its session again.
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
  // Only those who are on a record themselves, which the heartbeat has allowed, hear who else is.
  const hearPresence = (taskId: string, people: Present[]) => {
    if (people.some((person) => person.id === actor.id))
      send('presence', { taskId, people: people.filter((person) => person.id !== actor.id) });
  };

  const onPing = () => {
    write(': ping\n\n');
    // The timer below may fire a little too early, and would not come again.
    if (expiresAt <= now()) void checkSession();
  };

  const ping = setInterval(onPing, PING_EVERY);
  const expiry = setTimeout(() => void checkSession(), Math.max(0, expiresAt.getTime() - now().getTime()));
  const silencePresence = onPresence(hearPresence);
  const listener = {
    actor,
    hear: (event: ChangeEvent) => send('change', event),
    lost: () => send('resync', {}),
  };
  const silenceChanges = subscribeToChanges(listener);
  const listening = bus().on('message', onMessage).on('resync', onResync).once('stop', close);
  const forget = countStream(actor.id, close);

  /** Its reader has left: what it held is let go. */
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

  /** Ends it and forgets what waits. */
  function drop() {
    release();
    controller.error(new DOMException('The reader of a stream does not read.', 'AbortError'));
  }

  write(`retry: ${RECONNECT_AFTER}\nevent: hello\ndata: {}\n\n`);
  if (since !== undefined) {
    const missed = heardSince(since);
    if (missed && missed.length <= MOST_TOLD) {
      for (const message of missed) onMessage(message);
      void tellMissed(listener, missed);
    } else send('resync', {});
  }
  // It may have ended between the look at the cookie and the first listening.
  void checkSession();
  return { close, release };
}
