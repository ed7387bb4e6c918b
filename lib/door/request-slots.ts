/**
 * ACC-12 · Requests of one user that a process answers at once. Pages: twice what a browser or the benchmark requests at once.
 * Data: fewer than the connection pool, to leave most connections to others. Files: as many as a page may show pictures.
 */
const atOnce = { page: 10, data: 4, file: 20 } as const;
export type RequestKind = keyof typeof atOnce;

/** ACC-12 · Requests of one user that may wait. A user with many tabs, each reloading when a record changes, has fewer. */
const WAITING = 200;
/** ACC-12 · How long a request waits, in milliseconds. The requests before it may hang. */
const TIMEOUT = 20_000;

type Slots = { running: number; waiting: (() => void)[] };

const slotsOf = new Map<string, Slots>();

/**
 * ACC-12 · Waits until a request of the user may be answered. Returns the function that passes the turn on; null if too many
 * requests wait or the turn doesn't come in time. So one user's requests can't take a whole server: at most a few run ahead of
 * another user's.
 */
export async function acquireRequestSlot(personId: string, kind: RequestKind): Promise<(() => void) | null> {
  const key = `${kind} ${personId}`;
  const slots = slotsOf.get(key) ?? { running: 0, waiting: [] };
  slotsOf.set(key, slots);
  if (slots.running < atOnce[kind]) slots.running += 1;
  else if (slots.waiting.length >= WAITING) return null;
  else if (!(await slotIsFree(slots.waiting))) return null;
  return () => {
    const next = slots.waiting.shift();
    // The next request takes over this slot.
    if (next) return next();
    slots.running -= 1;
    if (slots.running === 0) slotsOf.delete(key);
  };
}

function slotIsFree(waiting: Slots['waiting']): Promise<boolean> {
  return new Promise((answer) => {
    const tooLong = setTimeout(() => {
      waiting.splice(waiting.indexOf(begin), 1);
      answer(false);
    }, TIMEOUT);
    const begin = () => {
      clearTimeout(tooLong);
      answer(true);
    };
    waiting.push(begin);
  });
}
