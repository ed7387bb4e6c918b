import { type LiveEvent, liveEventTypes } from './live-event.ts';
import { whoIsSignedIn } from './who-is-signed-in.ts';

type Hear = (event: LiveEvent) => void;

const NAME = 'casebridge-live';
const FIRST_RETRY = 2_000;
const LONGEST_RETRY = 30_000;
const LEADER_AFTER = 500;

/**
 * One connection per browser, as it allows only six to a host: the tab that holds the lock listens to the server, the
 * others hear it over a BroadcastChannel, and when it closes the next one takes over. Answers how to leave.
 */
export function joinLiveChannel(hear: Hear): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;

  // Browsers have locks only where the page came over TLS or from their own machine.
  if (!navigator.locks) {
    void listenToServer(hear, signal);
    return () => leaving.abort();
  }

  const tabs = new BroadcastChannel(NAME);
  tabs.addEventListener('message', ({ data }: MessageEvent<LiveEvent>) => hear(data));
  const tell: Hear = (event) => {
    hear(event);
    tabs.postMessage(event);
  };
  // What changed before this tab could hear: who leads learns it when the connection opens, the others look again now.
  const lookAgain = setTimeout(() => hear({ type: 'resync' }), LEADER_AFTER);
  const lead = async () => {
    // The lock may come just after one has left.
    if (signal.aborted) return;
    clearTimeout(lookAgain);
    await listenToServer(tell, signal);
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

/** Listens until the signal says stop, coming back after every loss. */
function listenToServer(tell: Hear, signal: AbortSignal): Promise<void> {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let delay = FIRST_RETRY;

  function connect() {
    const current = new EventSource('/api/events');
    source = current;
    current.addEventListener('open', () => {
      delay = FIRST_RETRY;
      tell({ type: 'resync' });
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
    retry = setTimeout(connect, delay);
    delay = Math.min(delay * 2, LONGEST_RETRY);
  }

  return new Promise((resolve) => {
    connect();
    signal.addEventListener('abort', () => {
      clearTimeout(retry);
      source?.close();
      resolve();
    });
  });
}
