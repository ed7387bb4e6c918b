'use client';

import { useSyncExternalStore } from 'react';
import { entryOfAnchor } from '#lib/journal/entry-anchor.ts';

/** A link that the router follows changes the address without a word to `hashchange`. */
function subscribe(listener: () => void) {
  const told = new AbortController();
  const { signal } = told;
  window.addEventListener('hashchange', listener, { signal });
  if ('navigation' in window) window.navigation.addEventListener('currententrychange', listener, { signal });
  return () => told.abort();
}

/** REC-2 · The entry of a timeline that the address names; null where it names none, and for the server. */
export function useLinkedEntry(): string | null {
  const hash = useSyncExternalStore(
    subscribe,
    () => location.hash,
    () => '',
  );
  return entryOfAnchor(hash);
}
