const BEGINNING = 'entry-';

/** REC-2 · What the address of a record names an entry of its timeline by, behind `#`. */
export function entryAnchor(id: string): string {
  return `${BEGINNING}${id}`;
}

/** The entry that the end of an address, with its `#`, names; null where it names none. */
export function entryOfAnchor(hash: string): string | null {
  return hash.startsWith(`#${BEGINNING}`) ? hash.slice(1 + BEGINNING.length) : null;
}
