'use client';

import { usePageActions } from './page-actions.ts';

/** Moves the focus through the links that carry `data-row-link`; Enter opens, as with any link. */
function moveInList(step: 1 | -1) {
  const links = [...document.querySelectorAll<HTMLElement>('main [data-row-link]')];
  const row = document.activeElement?.closest('tr, li, article');
  const here = links.findIndex((link) => link === document.activeElement || row?.contains(link));
  const next = here === -1 ? links[0] : links[Math.max(0, Math.min(here + step, links.length - 1))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** `j` and `k` in a list. */
export function ListKeys() {
  usePageActions([
    { label: 'Next row', key: 'j', run: () => moveInList(1) },
    { label: 'Previous row', key: 'k', run: () => moveInList(-1) },
  ]);
  return null;
}
