const BEGINNING = 'entry-';

/** REC-2 · The fragment (after `#`) that links to an entry of a record's timeline. */
export function entryAnchor(id: string): string {
  return `${BEGINNING}${id}`;
}

/** The entry in a fragment with its `#`; null if there is none. */
export function entryOfAnchor(hash: string): string | null {
  return hash.startsWith(`#${BEGINNING}`) ? hash.slice(1 + BEGINNING.length) : null;
}
