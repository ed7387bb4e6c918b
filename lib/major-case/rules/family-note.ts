/**
 * ACC-6 · Agents of accounts and of consumers all read a major case, but a child only some of them. So the journal only counts
 * the children; the tab Child Cases names those that the reader may see.
 */
export const childrenAddedNote = (count: number): string =>
  count === 1 ? '1 child case added.' : `${count.toLocaleString('en')} child cases added.`;

export const CHILD_REMOVED = '1 child case removed.';
