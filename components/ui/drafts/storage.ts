/** The number is the version of the stored format. */
const PREFIX = 'casebridge.typed.1 ';
const LONGEST_DAYS = 30;

const oldest = () => Date.now() - LONGEST_DAYS * 24 * 60 * 60 * 1000;

/** The draft's key in a storage name; null: it is not a draft of ours. */
export const keyOf = (name: string | null) => (name?.startsWith(PREFIX) ? name.slice(PREFIX.length) : null);

const names = () => Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');

/** The keys of all drafts that are not too old. */
export function draftKeys(): string[] {
  try {
    return names()
      .flatMap((name) => keyOf(name) ?? [])
      .filter((key) => read(key) !== '');
  } catch {
    return [];
  }
}

/** Deletes drafts that were not edited for a long time. */
export function deleteOldDrafts() {
  try {
    for (const name of names())
      if (name.startsWith('casebridge.typed') && parsed(localStorage.getItem(name)).at < oldest())
        localStorage.removeItem(name);
  } catch {
    // Without storage there is nothing to delete.
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

/** The text in a stored value. */
export const textOf = (stored: string | null) => parsed(stored).text;

/** The stored draft; empty if there is none or storage is blocked. */
export function read(key: string): string {
  try {
    const { at, text } = parsed(localStorage.getItem(PREFIX + key));
    return at < oldest() ? '' : text;
  } catch {
    return '';
  }
}

/** False: storage is full or blocked. */
export function write(key: string, text: string): boolean {
  try {
    if (text === '') localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), text }));
    return true;
  } catch {
    return false;
  }
}
