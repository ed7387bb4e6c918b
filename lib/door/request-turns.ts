/**
 * ACC-12 · So many requests of one person a process answers at once. Of pages twice what a browser asks for at once, or the
 * benchmark; of data fewer than a process has connections, most of which are left for others; of files as many as a page may show pictures.
 */
const atOnce = { page: 10, data: 4, file: 20 } as const;
export type RequestKind = keyof typeof atOnce;

/** ACC-12 · And so many wait for their turn: a person with many tabs, each drawn anew when a record changes, has fewer. */
const WAITING = 200;
/** ACC-12 · And nobody waits for ever: what the turns are held by may itself hang. */
const PATIENCE = 20_000;

type Turns = { begun: number; waiting: (() => void)[] };

const turnsOf = new Map<string, Turns>();

/**
 * ACC-12 · Waits until a request of the person may be answered; answers what gives the turn to the next, null where too many
 * wait or the turn does not come in time. So nobody's requests take all of a server: those of others stand behind so many of
 * them at most.
 */
export async function turnForRequest(personId: string, kind: RequestKind): Promise<(() => void) | null> {
  const key = `${kind} ${personId}`;
  const own = turnsOf.get(key) ?? { begun: 0, waiting: [] };
  turnsOf.set(key, own);
  if (own.begun < atOnce[kind]) own.begun += 1;
  else if (own.waiting.length >= WAITING) return null;
  else if (!(await turnComes(own.waiting))) return null;
  return () => {
    const next = own.waiting.shift();
    // Whoever is next takes the place over.
    if (next) return next();
    own.begun -= 1;
    if (own.begun === 0) turnsOf.delete(key);
  };
}

function turnComes(waiting: Turns['waiting']): Promise<boolean> {
  return new Promise((answer) => {
    const tooLong = setTimeout(() => {
      waiting.splice(waiting.indexOf(begin), 1);
      answer(false);
    }, PATIENCE);
    const begin = () => {
      clearTimeout(tooLong);
      answer(true);
    };
    waiting.push(begin);
  });
}
