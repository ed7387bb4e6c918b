type Turns = { running: number; waiting: (() => void)[] };

// The framework loads modules more than once in a process, but its cores and connections exist only once.
const cached = globalThis as { casebridgeUserQueues?: Map<string, Turns> };

/**
 * ACC-12 · Limits costly work per user: a process runs at most `atOnce` calls of a kind, the rest wait. So one user cannot
 * occupy a whole server. The rate limit per minute bounds how much can wait.
 */
export function userConcurrency(kind: string, atOnce: number) {
  return async <T>(personId: string, work: () => Promise<T>): Promise<T> => {
    cached.casebridgeUserQueues ??= new Map();
    const all = cached.casebridgeUserQueues;
    const key = `${kind} ${personId}`;
    const slots = all.get(key) ?? { running: 0, waiting: [] };
    all.set(key, slots);
    if (slots.running < atOnce) slots.running += 1;
    else await new Promise<void>((begin) => slots.waiting.push(begin));
    try {
      return await work();
    } finally {
      const next = slots.waiting.shift();
      // The next waiting call takes the free slot.
      if (next) next();
      else slots.running -= 1;
      if (slots.running === 0) all.delete(key);
    }
  };
}
