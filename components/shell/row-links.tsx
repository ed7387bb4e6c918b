'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { listAround, rememberListPage } from '#components/list/list-around.ts';
import { rememberList } from '#components/list/list-memory.ts';
import { useListOwner } from '#components/list/use-list-owner.ts';
import { usePageActions } from './page-actions.ts';
import { usePrefetch } from './use-prefetch.ts';

/** Moves the focus along the links with `data-row-link`; Enter opens, as with any link. */
function moveInList(step: 1 | -1) {
  const links = [...document.querySelectorAll<HTMLElement>('main [data-row-link]')];
  const row = document.activeElement?.closest('tr, li, article');
  const here = links.findIndex((link) => link === document.activeElement || row?.contains(link));
  const next = here === -1 ? links[0] : links[Math.max(0, Math.min(here + step, links.length - 1))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Elements with their own click action. */
const OWN_CLICK = 'a, button, input, select, textarea, label, summary, td:has(> input)';

/** A click anywhere in a row opens its link, with the same modifier keys, unless it ends a text selection. */
function openRow(event: MouseEvent) {
  const { target } = event;
  if (event.defaultPrevented || !(target instanceof Element) || target.closest(OWN_CLICK)) return;
  if (document.getSelection()?.isCollapsed === false) return;
  const link = target.closest('main tr')?.querySelector('[data-row-link]');
  const { ctrlKey, metaKey, shiftKey } = event;
  link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }));
}

/** The record number of the row in which an event occurs. */
function recordOfRow({ target }: Event): string | null {
  if (!(target instanceof Element)) return null;
  const link = target.closest('main tr, main li')?.querySelector('a.record-number[data-row-link]');
  return link?.getAttribute('href') ?? null;
}

/** `j` and `k` in a list, and rows that open on click. A row's page is prefetched when the pointer or focus rests on it. */
export function RowLinks() {
  const { prefetch, forget } = usePrefetch();
  const owner = useListOwner();
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    let at: string | null = null;
    const rest = (event: Event) => {
      const href = recordOfRow(event);
      if (href === at) return;
      at = href;
      if (href) prefetch(href);
      else forget();
    };
    // Remembers the list for the record that is opened from it.
    const rememberOpened = ({ target }: Event) => {
      const link = target instanceof Element && target.closest('main [data-row-link]');
      const list = link && listAround(link, owner);
      if (list) rememberList(list);
    };
    // In the capture phase, before the link navigates.
    document.addEventListener('click', rememberOpened, { signal, capture: true });
    document.addEventListener('click', openRow, { signal });
    document.addEventListener('pointerover', rest, { signal });
    document.addEventListener('focusin', rest, { signal });
    return () => listening.abort();
  }, [prefetch, forget, owner]);

  const address = `${usePathname()}?${useSearchParams()}`;
  useEffect(() => {
    if (address) rememberListPage(owner);
  }, [address, owner]);

  usePageActions([
    { label: 'Next row', key: 'j', run: () => moveInList(1) },
    { label: 'Previous row', key: 'k', run: () => moveInList(-1) },
  ]);
  return null;
}
