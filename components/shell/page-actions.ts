'use client';

import { useEffect, useEffectEvent } from 'react';
import { shared, useShared } from '#components/ui/shared.ts';

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

const registered = shared<readonly (PageAction & { owner: symbol })[]>([]);

/** The current page actions, the newest registration last. */
export const currentPageActions = (): readonly PageAction[] => registered.now();

/** The current page actions, for the key help and the palette. */
export const useRegisteredPageActions = (): readonly PageAction[] => useShared(registered);

/** Registers page actions while the component is mounted: one entry serves its key, the key help and the palette. */
export function usePageActions(own: readonly PageAction[]) {
  const run = useEffectEvent((index: number) => own[index]?.run());
  // Compares as JSON, without functions: a new function on each render must not register anew.
  const seen = JSON.stringify(own);

  useEffect(() => {
    const owner = Symbol('page');
    const entries = (JSON.parse(seen) as Omit<PageAction, 'run'>[]).map((entry, index) => ({
      ...entry,
      owner,
      run: () => run(index),
    }));
    registered.set([...registered.now(), ...entries]);
    return () => registered.set(registered.now().filter((entry) => entry.owner !== owner));
  }, [seen]);
}
