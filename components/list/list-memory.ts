import { kindOfPath } from '#lib/task/kind.ts';

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

/** How many records stand before a page, by the page that was shown before it. */
export function startOf(
  page: Pick<RememberedList, 'href' | 'numbers' | 'previous'>,
  before: RememberedList | null,
): number | null {
  if (page.previous === null) return 0;
  if (before?.start == null) return null;
  if (before.href === page.href) return before.start;
  if (before.next === page.href) return before.start + before.numbers.length;
  if (before.previous === page.href) return Math.max(0, before.start - page.numbers.length);
  return null;
}

/** Where a record stands in its list: "7 of 42", "7 of 50+" where nobody has counted. */
export function positionText({ numbers, start, total, next }: RememberedList, at: number): string {
  if (start === null) return `${at + 1} on this page`;
  const shown = start + numbers.length;
  const all = next === null ? shown : (total ?? `${shown.toLocaleString('en')}+`);
  return `${(start + at + 1).toLocaleString('en')} of ${all.toLocaleString('en')}`;
}

const numberOf = (link: HTMLAnchorElement) => link.pathname.split('/').at(-1) ?? '';
const hrefOf = (link: HTMLAnchorElement | null) => link && `${link.pathname}${link.search}`;

const RECORDS = 'a.record-number[data-row-link]';

/** The list that stands around a link to a record, as the page shows it. */
export function listAround(link: Element, owner: string): RememberedList | null {
  const list = link.matches(RECORDS) && link.closest('table, ul, ol');
  if (!list) return null;
  const main = document.querySelector('main');
  const page = {
    owner,
    title: main?.querySelector('h1')?.textContent ?? 'List',
    href: `${location.pathname}${location.search}`,
    numbers: [...list.querySelectorAll<HTMLAnchorElement>(RECORDS)].map(numberOf),
    next: hrefOf(main?.querySelector<HTMLAnchorElement>('a[rel="next"]') ?? null),
    previous: hrefOf(main?.querySelector<HTMLAnchorElement>('a[rel="prev"]') ?? null),
  };
  const total = main?.querySelector<HTMLElement>('[data-list-total]')?.dataset.listTotal;
  const before = rememberedList();
  return {
    ...page,
    start: startOf(page, before?.owner === owner ? before : null),
    total: total ? Number(total) : null,
  };
}

/** Remembers the list of records that is the page, as soon as it is shown: how far on it begins is known by the page before. */
export function rememberListPage(owner: string) {
  const link = kindOfPath(location.pathname.split('/').at(-1) ?? '') && document.querySelector(`main ${RECORDS}`);
  const list = link && listAround(link, owner);
  if (list) rememberList(list);
}
