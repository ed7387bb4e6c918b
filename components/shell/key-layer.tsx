'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import { isComposing } from '#components/ui/is-composing.ts';
import { isCovered, isTyping, singleKeysAreOn } from './key-events.ts';
import type { Command, NavKey } from './navigation.ts';
import { announceNavigation } from './navigation-event.ts';
import { currentPageActions } from './page-actions.ts';
import { OPEN_PALETTE, SHOW_KEYS } from './shell-events.ts';

const CommandPalette = lazy(() => import('./command-palette.tsx'));
const KeyHelp = lazy(() => import('./key-help.tsx'));

const SEQUENCE_MS = 1500;

function focusSearch() {
  const box =
    document.querySelector<HTMLInputElement>('main [data-page-search]') ??
    document.querySelector<HTMLInputElement>('[data-top-search] input');
  box?.focus();
  box?.select();
}

/** Leaves a text box, so that the page's keys work again. */
function leaveBox(): boolean {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  return true;
}

function runPageKey(key: string): boolean {
  const action = currentPageActions().findLast((one) => one.key === key);
  action?.run();
  return action !== undefined;
}

/** Submits the front dialog as its own button would; returns whether there is one. */
function submitDialog(): boolean {
  const open = [...document.querySelectorAll('dialog[open]')];
  const dialog = document.activeElement?.closest('dialog[open]') ?? open.at(-1);
  dialog?.querySelector<HTMLElement>('button[type="submit"]')?.click();
  return dialog !== undefined;
}

export interface KeyLayerProps {
  nav: readonly NavKey[];
  commands: readonly Command[];
}

/** Keyboard control of the product. Single keys do nothing while the user types or something covers the page. */
export function KeyLayer({ nav, commands }: KeyLayerProps) {
  const router = useRouter();
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null);
  const goPressedAt = useRef(Number.NEGATIVE_INFINITY);

  function handleSingleKey(event: KeyboardEvent): boolean {
    const going = event.timeStamp - goPressedAt.current < SEQUENCE_MS;
    goPressedAt.current = Number.NEGATIVE_INFINITY;
    if (going) {
      const item = nav.find(({ shortcut }) => shortcut === event.key);
      if (item) {
        announceNavigation(item.href);
        router.push(item.href);
      }
      return item !== undefined;
    }
    if (event.key === 'g') {
      goPressedAt.current = event.timeStamp;
      return true;
    }
    if (event.key === '?') {
      setShown('keys');
      return true;
    }
    if (event.key === '/') {
      focusSearch();
      return true;
    }
    return runPageKey(event.key);
  }

  function handleKeyDown(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || isComposing(event) || event.altKey) return false;
    const withCtrl = event.ctrlKey || event.metaKey;
    // Caps Lock makes the letters upper case.
    const key = event.key.toLowerCase();
    if (withCtrl && key === 'k') {
      setShown('palette');
      return true;
    }
    if (withCtrl) return key === 's' && (submitDialog() || runPageKey('s'));
    if (isCovered()) return false;
    if (event.key === 'Escape' && isTyping(event.target)) return leaveBox();
    return !isTyping(event.target) && singleKeysAreOn() && handleSingleKey(event);
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (handleKeyDown(event)) event.preventDefault();
  });

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('keydown', (event) => onKeyDown(event), { signal });
    document.addEventListener(OPEN_PALETTE, () => setShown('palette'), { signal });
    document.addEventListener(SHOW_KEYS, () => setShown('keys'), { signal });
    return () => listening.abort();
  }, []);

  const close = () => setShown(null);
  return (
    <Suspense>
      {shown === 'palette' && <CommandPalette nav={nav} commands={commands} onClose={close} />}
      {shown === 'keys' && <KeyHelp nav={nav} onClose={close} />}
    </Suspense>
  );
}
