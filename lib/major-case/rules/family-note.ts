/**
 * ACC-6 · A major case is read by agents of accounts and of consumers alike, and its children by one of them: its journal counts
 * them, and the tab Child Cases names those that the reader may see.
 */
export const childrenAddedNote = (count: number): string =>
  count === 1 ? '1 child case added.' : `${count.toLocaleString('en')} child cases added.`;

export const CHILD_REMOVED = '1 child case removed.';
