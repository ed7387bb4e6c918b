/** With the number of the shapes in which forms write what they hold. */
const PREFIX = 'casebridge.typed.1 ';
const LONGEST_DAYS = 30;

const oldest = () => Date.now() - LONGEST_DAYS * 24 * 60 * 60 * 1000;

/** The key of what is kept under this name in the browser; null: it is none of ours. */
export const keyOf = (name: string | null) => (name?.startsWith(PREFIX) ? name.slice(PREFIX.length) : null);

const names = () => Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');

/** The keys under which something is kept that is not too old. */
export function keysKept(): string[] {
  try {
    return names()
      .flatMap((name) => keyOf(name) ?? [])
      .filter((key) => read(key) !== '');
  } catch {
    return [];
  }
}

/** Drops what nobody has typed at for long. */
export function forgetOldTexts() {
  try {
    for (const name of names())
      if (name.startsWith('casebridge.typed') && parsed(localStorage.getItem(name)).at < oldest())
        localStorage.removeItem(name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function parsed(stored: string | null): { at: number; text: string } {
  try {
    const { at, text } = JSON.parse(stored ?? '{}');
    return { at: Number(at) || 0, text: typeof text === 'string' ? text : '' };
  } catch {
    return { at: 0, text: '' };
  }
}

/** The text in what the browser has stored. */
export const textOf = (stored: string | null) => parsed(stored).text;

/** What is kept under a key; empty if nothing is, or the browser does not say. */
export function read(key: string): string {
  try {
    const { at, text } = parsed(localStorage.getItem(PREFIX + key));
    return at < oldest() ? '' : text;
  } catch {
    return '';
  }
}

/** False: the browser has no room, or lets nothing be kept. */
export function write(key: string, text: string): boolean {
  try {
    if (text === '') localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), text }));
    return true;
  } catch {
    return false;
  }
}
