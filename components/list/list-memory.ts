/** The list that a record was opened from: its address, and the record numbers on the shown page. */
export interface RememberedList {
  /** The user who saw it: another user of the same browser must not get it. */
  owner: string;
  title: string;
  /** Path and query. */
  href: string;
  numbers: readonly string[];
  /** Number of records before this page; null: unknown. */
  start: number | null;
  /** Total number of records, if known. */
  total: number | null;
  next: string | null;
  previous: string | null;
}

const KEY = 'casebridge.list';
const CHANGED = 'casebridge:list-remembered';

let read: { text: string | null; list: RememberedList | null } = { text: null, list: null };

/** The last list shown in this tab; the same object while unchanged. */
export function rememberedList(): RememberedList | null {
  const text = sessionStorage.getItem(KEY);
  if (text !== read.text) read = { text, list: text === null ? null : JSON.parse(text) };
  return read.list;
}

export function rememberList(list: RememberedList) {
  sessionStorage.setItem(KEY, JSON.stringify(list));
  document.dispatchEvent(new Event(CHANGED));
}

export function onRememberedList(listener: () => void): () => void {
  document.addEventListener(CHANGED, listener);
  return () => document.removeEventListener(CHANGED, listener);
}
