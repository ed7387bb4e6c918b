/** Each takes a core and 19 MiB; half of Node's own threads stay for files and names. */
const AT_ONCE = 2;

/** Of so many turns one is of the others, however many are first. */
const OTHERS_EVERY = 4;

type Turns = { running: number; given: number; first: (() => void)[]; others: (() => void)[] };

// The framework loads this module more than once in a process; its cores are there once.
const cached = globalThis as { casebridgeHashTurns?: Turns };

function turns(): Turns {
  cached.casebridgeHashTurns ??= { running: 0, given: 0, first: [], others: [] };
  return cached.casebridgeHashTurns;
}

/** ACC-3 · Does the work of a password's hash when it is its turn: two at once in a process, and those who are `first` before others, who have their turn all the same. */
export async function inTurn<T>(work: () => Promise<T>, first: boolean): Promise<T> {
  const all = turns();
  if (all.running < AT_ONCE) all.running += 1;
  else await new Promise<void>((begin) => (first ? all.first : all.others).push(begin));
  try {
    return await work();
  } finally {
    const waiting = ++all.given % OTHERS_EVERY === 0 ? [all.others, all.first] : [all.first, all.others];
    const next = waiting.find((line) => line.length > 0)?.shift();
    // Whoever is next takes the place over.
    if (next) next();
    else all.running -= 1;
  }
}
