type Turns = { running: number; waiting: (() => void)[] };

// The framework loads modules more than once in a process; its cores and connections are there once.
const cached = globalThis as { casebridgePersonTurns?: Map<string, Turns> };

/**
 * ACC-12 · Does costly work of a person when it is its turn: `atOnce` of a kind in a process, the others wait. So nobody's
 * work takes all of a server. How many wait is bounded by how often somebody may ask in a minute.
 */
export function userConcurrency(kind: string, atOnce: number) {
  return async <T>(personId: string, work: () => Promise<T>): Promise<T> => {
    cached.casebridgePersonTurns ??= new Map();
    const all = cached.casebridgePersonTurns;
    const key = `${kind} ${personId}`;
    const own = all.get(key) ?? { running: 0, waiting: [] };
    all.set(key, own);
    if (own.running < atOnce) own.running += 1;
    else await new Promise<void>((begin) => own.waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = own.waiting.shift();
      // Whoever is next takes the place over.
      if (next) next();
      else own.running -= 1;
      if (own.running === 0) all.delete(key);
    }
  };
}
