/** ACC-12 · So many pages of one person a process draws at once. Twice what a browser asks for at once, or the benchmark. */
const AT_ONCE = 10;
/** ACC-12 · And so many wait for their turn: a person with many tabs, each drawn anew when a record changes, has fewer. */
const WAITING = 200;
/** ACC-12 · And nobody waits for ever: what the turns are held by may itself hang. */
const PATIENCE = 20_000;

type Turns = { drawn: number; waiting: (() => void)[] };

const turnsOf = new Map<string, Turns>();

/**
 * ACC-12 · Waits until a page of the person may be drawn; answers what gives the turn to the next, null where too many wait
 * or the turn does not come in time. So nobody's pages take all of a server: those of others stand behind ten of them at most.
 */
export async function turnForPage(personId: string): Promise<(() => void) | null> {
  const own = turnsOf.get(personId) ?? { drawn: 0, waiting: [] };
  turnsOf.set(personId, own);
  if (own.drawn < AT_ONCE) own.drawn += 1;
  else if (own.waiting.length >= WAITING) return null;
  else if (!(await turnComes(own.waiting))) return null;
  return () => {
    const next = own.waiting.shift();
    // Whoever is next takes the place over.
    if (next) return next();
    own.drawn -= 1;
    if (own.drawn === 0) turnsOf.delete(personId);
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
