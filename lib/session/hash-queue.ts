/** Each hash takes a core and 19 MiB. Half of Node's thread pool stays free for files and DNS. */
const AT_ONCE = 2;

/** One of this many hashes is for a stranger, however many known users wait. */
const STRANGERS_EVERY = 4;

type Waiting = (() => void)[];

/** Strangers queue per source. Sources alternate in the map's order. */
type Queue = { running: number; given: number; first: Waiting; strangers: Map<string, Waiting> };

// The framework loads this module more than once per process, but the cores are shared.
const cached = globalThis as { casebridgeHashQueue?: Queue };

function queue(): Queue {
  cached.casebridgeHashQueue ??= { running: 0, given: 0, first: [], strangers: new Map() };
  return cached.casebridgeHashQueue;
}

/**
 * ACC-3, ACC-10 · Runs password hashing in turn, two at once per process. Known users (null) go before strangers, but strangers
 * are still served regularly, shared equally between their sources.
 */
export async function queueHash<T>(work: () => Promise<T>, stranger: string | null): Promise<T> {
  const all = queue();
  if (all.running < AT_ONCE) all.running += 1;
  else await new Promise<void>((begin) => (stranger === null ? all.first : queueOf(all, stranger)).push(begin));
  try {
    return await work();
  } finally {
    const ofStrangers = ++all.given % STRANGERS_EVERY === 0;
    const next = ofStrangers ? (nextStranger(all) ?? all.first.shift()) : (all.first.shift() ?? nextStranger(all));
    // The next one takes over this slot.
    if (next) next();
    else all.running -= 1;
  }
}

function queueOf({ strangers }: Queue, source: string): Waiting {
  const line = strangers.get(source) ?? [];
  strangers.set(source, line);
  return line;
}

/** The first attempt of the next source; that source moves to the end. */
function nextStranger({ strangers }: Queue): (() => void) | undefined {
  for (const [source, line] of strangers) {
    const next = line.shift();
    strangers.delete(source);
    if (line.length > 0) strangers.set(source, line);
    return next;
  }
  return undefined;
}
