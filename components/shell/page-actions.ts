'use client';

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

export interface PageAction {
  label: string;
  run: () => void;
  /** A single key that runs it; `s` answers Ctrl+S too. */
  key?: string;
  /** Other keys that do it, where focus and page allow: the component answers them itself, the key help names them. */
  otherKeys?: readonly string[];
  /** On a small screen it has no place but the menu, though it has a key; with quiet words at the end of its row. */
  inMenu?: boolean;
  hint?: string;
  /** Other words under which the palette finds it. */
  keywords?: readonly string[];
  /** It is there on every page: the palette offers it last. */
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

/** What the page can do now, the newest registration last. */
export function currentPageActions() {
  return actions;
}

/** What the page can do now, for the key help and the palette. */
export function useRegisteredPageActions() {
  return useSyncExternalStore(subscribe, currentPageActions, () => none);
}

/** Registers what the page can do while the component is there: one entry serves its key, the key help and the palette. */
export function usePageActions(own: readonly PageAction[]) {
  const run = useEffectEvent((index: number) => own[index]?.run());
  // Only what is seen counts, which JSON says: a new function on each render must not register anew.
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
