/**
 * ACC-12 · So many pages of one person a process draws at once, twice what a browser asks for at once, or the benchmark; and so
 * many files it keeps open, as a page may show many pictures.
 */
const AT_ONCE = { page: 10, file: 20 };
/** ACC-12 · And so many wait for their turn: a person with many tabs, each drawn anew when a record changes, has fewer. */
const WAITING = 200;
/** ACC-12 · And nobody waits for ever: what the turns are held by may itself hang. */
const PATIENCE = 20_000;

type Turns = { drawn: number; waiting: (() => void)[] };

const turnsOf = new Map<string, Turns>();

/**
 * ACC-12 · Waits until a page of the person may be drawn, or a file sent; answers what gives the turn to the next, null where
 * too many wait or the turn does not come in time. So nobody's pages take all of a server: those of others stand behind ten
 * of them at most.
 */
export async function turnFor(what: keyof typeof AT_ONCE, personId: string): Promise<(() => void) | null> {
  const key = `${what} ${personId}`;
  const own = turnsOf.get(key) ?? { drawn: 0, waiting: [] };
  turnsOf.set(key, own);
  if (own.drawn < AT_ONCE[what]) own.drawn += 1;
  else if (own.waiting.length >= WAITING) return null;
  else if (!(await turnComes(own.waiting))) return null;
  return () => {
    const next = own.waiting.shift();
    // Whoever is next takes the place over.
    if (next) return next();
    own.drawn -= 1;
    if (own.drawn === 0) turnsOf.delete(key);
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
