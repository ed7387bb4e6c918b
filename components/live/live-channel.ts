import { type LiveEvent, liveEventTypes } from './live-event.ts';
import { whoIsSignedIn } from './who-is-signed-in.ts';

type Listener = (event: LiveEvent) => void;

const NAME = 'casebridge-live';
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 30_000;
const LEADER_AFTER = 500;

/**
 * One connection per browser, as HTTP/1.1 allows only six per host: the tab that holds the lock listens to the server and
 * relays over a BroadcastChannel. When it closes, the next tab takes over. `drawnAt`: when the page was rendered, in
 * milliseconds. The server sends the changes since then; without it, anything may have changed. Returns a function that leaves.
 */
export function joinLiveChannel(onEvent: Listener, drawnAt: number | null = null): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;

  // Web Locks need a secure context.
  if (!navigator.locks) {
    void listenToServer(onEvent, signal, drawnAt);
    return () => leaving.abort();
  }

  const tabs = new BroadcastChannel(NAME);
  tabs.addEventListener('message', ({ data }: MessageEvent<LiveEvent>) => onEvent(data));
  const publish: Listener = (event) => {
    onEvent(event);
    tabs.postMessage(event);
  };
  // Changes before this tab listened: a leading tab gets them from the server, other tabs resync now.
  const lookAgain = setTimeout(() => onEvent({ type: 'resync' }), LEADER_AFTER);
  const joined = Date.now();
  const lead = async () => {
    // The lock may arrive just after the tab has left.
    if (signal.aborted) return;
    clearTimeout(lookAgain);
    // A tab that becomes leader later has received the others' events until now.
    await listenToServer(publish, signal, Date.now() - joined < LEADER_AFTER ? drawnAt : null);
  };
  navigator.locks.request(NAME, { signal }, lead).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return () => {
    leaving.abort();
    clearTimeout(lookAgain);
    tabs.close();
  };
}

/** Listens until the signal aborts; reconnects after each loss. Without `drawnAt` anything may have changed before. */
function listenToServer(onEvent: Listener, signal: AbortSignal, drawnAt: number | null): Promise<void> {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let delay = FIRST_RETRY;

  function connect(since: number | null) {
    const current = new EventSource(since === null ? '/api/events' : `/api/events?since=${since}`);
    source = current;
    current.addEventListener('open', () => {
      delay = FIRST_RETRY;
      if (since === null) onEvent({ type: 'resync' });
    });
    for (const type of liveEventTypes)
      current.addEventListener(type, ({ data }: MessageEvent<string>) => onEvent({ type, ...JSON.parse(data) }));
    current.addEventListener('signed-out', () => current.close());
    current.addEventListener('error', () => {
      // The browser reconnects by itself unless the answer was no event stream: the session ended while
      // the connection was lost, or a proxy answered instead of the server.
      if (current.readyState === EventSource.CLOSED) void connectAgain();
    });
  }

  async function connectAgain() {
    const somebody = await whoIsSignedIn();
    if (signal.aborted) return;
    if (somebody === null) return onEvent({ type: 'signed-out', because: 'unknown' });
    retry = setTimeout(() => connect(null), delay);
    delay = Math.min(delay * 2, LONGEST_RETRY);
  }

  return new Promise((resolve) => {
    connect(drawnAt);
    signal.addEventListener('abort', () => {
      clearTimeout(retry);
      source?.close();
      resolve();
    });
  });
}
