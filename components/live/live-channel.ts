import { type LiveEvent, liveEventTypes } from './live-event.ts';
import { whoIsSignedIn } from './who-is-signed-in.ts';

type Hear = (event: LiveEvent) => void;

const NAME = 'casebridge-live';
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 30_000;
const LEADER_AFTER = 500;

/**
 * One connection per browser, as it allows only six to a host: the tab that holds the lock listens to the server, the
 * others hear it over a BroadcastChannel, and when it closes the next one takes over. `drawnAt`: when the page was drawn, in milliseconds; the server
 * tells what has changed since, or without it that anything may have. Answers how to leave.
 */
export function joinLiveChannel(hear: Hear, drawnAt: number | null = null): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;

  // Browsers have locks only where the page came over TLS or from their own machine.
  if (!navigator.locks) {
    void listenToServer(hear, signal, drawnAt);
    return () => leaving.abort();
  }

  const tabs = new BroadcastChannel(NAME);
  tabs.addEventListener('message', ({ data }: MessageEvent<LiveEvent>) => hear(data));
  const tell: Hear = (event) => {
    hear(event);
    tabs.postMessage(event);
  };
  // What changed before this tab could hear: the server tells it who leads, the others look again now.
  const lookAgain = setTimeout(() => hear({ type: 'resync' }), LEADER_AFTER);
  const joined = Date.now();
  const lead = async () => {
    // The lock may come just after one has left.
    if (signal.aborted) return;
    clearTimeout(lookAgain);
    // A tab that leads later has heard the others until now.
    await listenToServer(tell, signal, Date.now() - joined < LEADER_AFTER ? drawnAt : null);
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

/** Listens until the signal says stop, coming back after every loss. Without `drawnAt` anything may have changed before. */
function listenToServer(tell: Hear, signal: AbortSignal, drawnAt: number | null): Promise<void> {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let delay = FIRST_RETRY;

  function connect(since: number | null) {
    const current = new EventSource(since === null ? '/api/events' : `/api/events?since=${since}`);
    source = current;
    current.addEventListener('open', () => {
      delay = FIRST_RETRY;
      if (since === null) tell({ type: 'resync' });
    });
    for (const type of liveEventTypes)
      current.addEventListener(type, ({ data }: MessageEvent<string>) => tell({ type, ...JSON.parse(data) }));
    current.addEventListener('signed-out', () => current.close());
    current.addEventListener('error', () => {
      // The browser itself tries again unless it was answered with something else than events: the session ended while
      // it was away, or a proxy answered in the server's place.
      if (current.readyState === EventSource.CLOSED) void connectAgain();
    });
  }

  async function connectAgain() {
    const somebody = await whoIsSignedIn();
    if (signal.aborted) return;
    if (somebody === null) return tell({ type: 'signed-out', because: 'unknown' });
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
