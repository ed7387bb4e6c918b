import { knownAmong } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { actorOfSession, type SignedIn } from '#lib/session/actors.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import { bus } from './bus.ts';
import { type Batch, ChangeBatch } from './change-batch.ts';
import type { Message } from './message.ts';
import { onPresence, type Present } from './presence.ts';

const PING_EVERY = 15_000;
const RECONNECT_AFTER = 2_000;
/** A browser is told at most so often, and what it may see is asked as often; shorter than anybody notices. */
const GATHER = 150;
/** A browser needs one, its tabs share it; whoever opens more loses the oldest. */
const STREAMS_PER_SESSION = 10;

/** What a browser is told at once. A record that its reader may not see has no kind there. */
export type ChangeEvent = { changed: { id: string; kind: TaskKind | null }[]; beside: string[] };

/** REL-16 · Nobody hears of records that they do not know; of one whose number a case shows them, the id alone. */
async function asSeenBy(actor: Actor, { changed, beside }: Batch): Promise<ChangeEvent> {
  const known = await knownAmong(db(), actor, [...changed.map(({ id }) => id), ...beside]);
  return {
    changed: changed
      .filter(({ id }) => known.has(id))
      .map(({ id, kind }) => ({ id, kind: known.get(id) ? kind : null })),
    beside: beside.filter((id) => known.has(id)),
  };
}

/** How to close the open streams of each session, the oldest first. */
const streamsOf = new Map<string, Set<() => void>>();

/** Counts a stream as open; answers how it is forgotten. */
function countStream(sid: string, close: () => void): () => void {
  const streams = streamsOf.get(sid) ?? new Set();
  streamsOf.set(sid, streams.add(close));
  if (streams.size > STREAMS_PER_SESSION) streams.values().next().value?.();
  return () => {
    streams.delete(close);
    if (streams.size === 0) streamsOf.delete(sid);
  };
}

/** The server-sent events of one browser: what changed and who is where, until it leaves or its session ends. */
export function openStream(session: SignedIn, signal: AbortSignal): ReadableStream<Uint8Array<ArrayBuffer>> {
  let release = () => {};
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      const stream = connect(session, controller);
      release = stream.release;
      signal.addEventListener('abort', stream.close, { once: true });
    },
    cancel: () => release(),
  });
}

function connect(
  { id, actor, expiresAt }: SignedIn,
  controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>,
) {
  const encoder = new TextEncoder();
  const batch = new ChangeBatch();
  let gathering: NodeJS.Timeout | undefined;
  let open = true;

  const write = (text: string) => {
    if (open) controller.enqueue(encoder.encode(text));
  };
  const send = (event: string, data: unknown) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);

  const flush = async () => {
    gathering = undefined;
    try {
      const seen = await asSeenBy(actor, batch.take());
      if (seen.changed.length + seen.beside.length > 0) send('change', seen);
    } catch {
      // The database is away: what changed is looked up when it is back.
      send('resync', {});
    }
  };
  const checkSession = async () => {
    try {
      if (await actorOfSession(id)) return;
      send('signed-out', {});
    } catch {
      // The database is away: the browser comes back and is asked for its session again.
    }
    close();
  };
  const onMessage = (message: Message) => {
    if (message.type === 'sessions-ended' && message.userId === actor.id) void checkSession();
    if (message.type !== 'change') return;
    batch.add(message);
    gathering ??= setTimeout(() => void flush(), GATHER);
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
  const listening = bus().on('message', onMessage).on('resync', onResync).once('stop', close);
  const forget = countStream(id, close);

  /** Its reader has left: what it held is let go. */
  function release() {
    open = false;
    clearInterval(ping);
    clearTimeout(expiry);
    clearTimeout(gathering);
    silencePresence();
    forget();
    listening.off('message', onMessage).off('resync', onResync).off('stop', close);
  }

  function close() {
    if (!open) return;
    release();
    controller.close();
  }

  write(`retry: ${RECONNECT_AFTER}\nevent: hello\ndata: {}\n\n`);
  // It may have ended between the look at the cookie and the first listening.
  void checkSession();
  return { close, release };
}
