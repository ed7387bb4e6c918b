import { kindOfPath } from '#lib/record/kind.ts';
import { type RememberedList, rememberedList, rememberList } from './list-memory.ts';
import { startOf } from './list-place.ts';

const numberOf = (link: HTMLAnchorElement) => link.pathname.split('/').at(-1) ?? '';
const hrefOf = (link: HTMLAnchorElement | null) => link && `${link.pathname}${link.search}`;

const RECORDS = 'a.record-number[data-row-link]';

/** The list that contains a link to a record, as the page shows it. */
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
  const { listTotal: total, listStart: start } =
    main?.querySelector<HTMLElement>('[data-list-start], [data-list-total]')?.dataset ?? {};
  const before = rememberedList();
  return {
    ...page,
    // A page of a search says nothing; the page shown before it may tell.
    start: start ? Number(start) : startOf(page, before?.owner === owner ? before : null),
    total: total ? Number(total) : null,
  };
}

/** Remembers the page's list as soon as it is shown. The previously remembered page tells where it starts. */
export function rememberListPage(owner: string) {
  const link = kindOfPath(location.pathname.split('/').at(-1) ?? '') && document.querySelector(`main ${RECORDS}`);
  const list = link && listAround(link, owner);
  if (list) rememberList(list);
}
