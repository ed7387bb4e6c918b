'use client';

import { useSyncExternalStore } from 'react';
import { entryOfAnchor } from '#lib/journal/entry-anchor.ts';

/** Links followed by the router change the address without a `hashchange` event. */
function subscribe(listener: () => void) {
  const controller = new AbortController();
  const { signal } = controller;
  window.addEventListener('hashchange', listener, { signal });
  if ('navigation' in window) window.navigation.addEventListener('currententrychange', listener, { signal });
  return () => controller.abort();
}

/** REC-2 · The id of the timeline entry in the address; null if there is none, and on the server. */
export function useLinkedEntry(): string | null {
  const hash = useSyncExternalStore(
    subscribe,
    () => location.hash,
    () => '',
  );
  return entryOfAnchor(hash);
}
