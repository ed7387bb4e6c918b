'use client';

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

export interface PageAction {
  label: string;
  run: () => void;
  /** A single key that runs it; `s` also stands for Ctrl+S. */
  key?: string;
  /** Other keys for it, depending on focus and page: the component handles them itself, the key help lists them. */
  otherKeys?: readonly string[];
  /** Listed in the menu on a small screen even though it has a key; `hint` shows at the end of its row. */
  inMenu?: boolean;
  hint?: string;
  /** Further search words for the palette. */
  keywords?: readonly string[];
  /** Available on every page: the palette offers it last. */
  everywhere?: boolean;
}

let registered: readonly { owner: symbol; action: PageAction }[] = [];
let actions: readonly PageAction[] = [];
const listeners = new Set<() => void>();
const none: readonly PageAction[] = [];

function register(next: typeof registered) {
  registered = next;
  actions = registered.map(({ action }) => action);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The current page actions, the newest registration last. */
export function currentPageActions() {
  return actions;
}

/** The current page actions, for the key help and the palette. */
export function useRegisteredPageActions() {
  return useSyncExternalStore(subscribe, currentPageActions, () => none);
}

/** Registers page actions while the component is mounted: one entry serves its key, the key help and the palette. */
export function usePageActions(own: readonly PageAction[]) {
  const run = useEffectEvent((index: number) => own[index]?.run());
  // Compares as JSON, without functions: a new function on each render must not register anew.
  const seen = JSON.stringify(own);

  useEffect(() => {
    const owner = Symbol('page');
    const entries = (JSON.parse(seen) as Omit<PageAction, 'run'>[]).map((entry, index) => ({
      owner,
      action: { ...entry, run: () => run(index) },
    }));
    register([...registered, ...entries]);
    return () => register(registered.filter((entry) => entry.owner !== owner));
  }, [seen]);
}
