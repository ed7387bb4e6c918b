'use client';

import { useEffect } from 'react';
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

/** What has a click of its own. */
const OWN_CLICK = 'a, button, input, select, textarea, label, summary, td:has(> input)';

/** A click anywhere in a row is one on its link, with the same keys held; one that ends the marking of words is not. */
function openRow(event: MouseEvent) {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof Element) || target.closest(OWN_CLICK)) return;
  if (document.getSelection()?.isCollapsed === false) return;
  const link = target.closest('main tr')?.querySelector('[data-row-link]');
  const { ctrlKey, metaKey, shiftKey } = event;
  link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
}

/** `j` and `k` in a list, and rows that open wherever they are clicked. */
export function RowLinks() {
  useEffect(() => {
    document.addEventListener('click', openRow);
    return () => document.removeEventListener('click', openRow);
  }, []);
  usePageActions([
    { label: 'Next row', key: 'j', run: () => moveInList(1) },
    { label: 'Previous row', key: 'k', run: () => moveInList(-1) },
  ]);
  return null;
}
