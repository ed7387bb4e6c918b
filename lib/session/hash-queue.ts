/** Each takes a core and 19 MiB; half of Node's own threads stay for files and names. */
const AT_ONCE = 2;

/** Of so many turns one is of strangers, however many others wait. */
const STRANGERS_EVERY = 4;

type Waiting = (() => void)[];

/** Strangers wait by source: the sources have their turns one after the other, in the order of the map. */
type Turns = { running: number; given: number; first: Waiting; strangers: Map<string, Waiting> };

// The framework loads this module more than once in a process; its cores are there once.
const cached = globalThis as { casebridgeHashTurns?: Turns };

function turns(): Turns {
  cached.casebridgeHashTurns ??= { running: 0, given: 0, first: [], strangers: new Map() };
  return cached.casebridgeHashTurns;
}

/**
 * ACC-3, ACC-10 · Does the work of a password's hash when it is its turn: two at once in a process. Who is no stranger
 * (null) comes before strangers, who have their turn all the same; and of strangers every source as often as the others.
 */
export async function inTurn<T>(work: () => Promise<T>, stranger: string | null): Promise<T> {
  const all = turns();
  if (all.running < AT_ONCE) all.running += 1;
  else await new Promise<void>((begin) => (stranger === null ? all.first : lineOf(all, stranger)).push(begin));
  try {
    return await work();
  } finally {
    const ofStrangers = ++all.given % STRANGERS_EVERY === 0;
    const next = ofStrangers ? (nextStranger(all) ?? all.first.shift()) : (all.first.shift() ?? nextStranger(all));
    // Whoever is next takes the place over.
    if (next) next();
    else all.running -= 1;
  }
}

function lineOf({ strangers }: Turns, source: string): Waiting {
  const line = strangers.get(source) ?? [];
  strangers.set(source, line);
  return line;
}

/** The first of the source whose turn it is; the source goes to the end. */
function nextStranger({ strangers }: Turns): (() => void) | undefined {
  for (const [source, line] of strangers) {
    const next = line.shift();
    strangers.delete(source);
    if (line.length > 0) strangers.set(source, line);
    return next;
  }
  return undefined;
}
