'use client';

import { createContext, useContext, useMemo, useState, useSyncExternalStore } from 'react';
import { draftText, draftTextNow, onDraftChange, saveDraft } from './drafts.ts';

/** The key prefix of drafts: a user and a record. Null: drafts live only as long as their form. */
export const DraftScopeContext = createContext<string | null>(null);

type Change<T> = (change: T | ((now: T) => T)) => void;

/** REC-5 · A draft text, by its name within the record; stored in the browser until it is empty. */
export function useDraftText(name: string): [string, Change<string>] {
  const scope = useContext(DraftScopeContext);
  const [unstored, setUnstored] = useState('');
  const key = scope === null ? null : `${scope} ${name}`;
  const subscribe = useMemo(
    () => (listener: () => void) => (key === null ? () => {} : onDraftChange(key, listener)),
    [key],
  );
  const draft = useSyncExternalStore(
    subscribe,
    () => (key === null ? '' : draftText(key)),
    () => '',
  );
  if (key === null) return [unstored, setUnstored];
  return [draft, (change) => saveDraft(key, typeof change === 'function' ? change(draftTextNow(key)) : change)];
}

/** The same for structured drafts. `empty` must be a constant. */
export function useDraftState<T>(name: string, empty: T): [T, (change: (now: T) => T) => void] {
  const [text, setText] = useDraftText(name);
  const value = useMemo(() => valueIn(text, empty), [text, empty]);
  const nothing = JSON.stringify(empty);
  function change(next: (now: T) => T) {
    setText((now) => {
      const written = JSON.stringify(next(valueIn(now, empty)));
      return written === nothing ? '' : written;
    });
  }
  return [value, change];
}

function valueIn<T>(text: string, empty: T): T {
  try {
    const value: unknown = text === '' ? empty : JSON.parse(text);
    return isLike(value, empty) ? value : empty;
  } catch {
    return empty;
  }
}

function isLike<T>(value: unknown, empty: T): value is T {
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(empty)) return false;
  return Object.keys(empty ?? {}).every((name) => name in value);
}
