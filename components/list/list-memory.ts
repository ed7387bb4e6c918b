/** The list that a record was opened from: its address, and the numbers on the page of it that was shown. */
export interface RememberedList {
  /** Who has seen it: the next person at the same browser has no list yet. */
  owner: string;
  title: string;
  /** Path and query. */
  href: string;
  numbers: readonly string[];
  /** How many records stand before this page; null where that is not known. */
  start: number | null;
  /** How many the list has, where it knows that. */
  total: number | null;
  next: string | null;
  previous: string | null;
}

const KEY = 'casebridge.list';
const CHANGED = 'casebridge:list-remembered';

let read: { text: string | null; list: RememberedList | null } = { text: null, list: null };

/** The list that this tab has shown last; the same object as long as it is the same. */
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
