'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect } from 'react';
import { listAround, rememberListPage } from '#components/list/list-around.ts';
import { rememberList } from '#components/list/list-memory.ts';
import { useListOwner } from '#components/list/use-list-owner.ts';
import { usePageActions } from './page-actions.ts';
import { usePrefetch } from './use-prefetch.ts';

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

/** The record of a row, wherever in it something happens. */
function recordOfRow({ target }: Event): string | null {
  if (!(target instanceof Element)) return null;
  const link = target.closest('main tr, main li')?.querySelector('a.record-number[data-row-link]');
  return link?.getAttribute('href') ?? null;
}

/** `j` and `k` in a list, and rows that open wherever they are clicked. Their pages are asked for when one rests on them. */
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
    // The record that is opened knows the list that it comes from.
    const rememberOpened = ({ target }: Event) => {
      const link = target instanceof Element && target.closest('main [data-row-link]');
      const list = link && listAround(link, owner);
      if (list) rememberList(list);
    };
    // Before the link leads away.
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
