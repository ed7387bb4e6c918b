'use client';

import { createContext, useContext, useMemo, useState, useSyncExternalStore } from 'react';
import { draftText, draftTextNow, onKeptText, saveDraft } from './kept-texts.ts';

/** The key prefix of drafts: a user and a record. Null: drafts live only as long as their form. */
export const KeptUnder = createContext<string | null>(null);

type Change<T> = (change: T | ((now: T) => T)) => void;

/** REC-5 · A draft text, by its name within the record; stored in the browser until it is empty. */
export function useKeptText(name: string): [string, Change<string>] {
  const under = useContext(KeptUnder);
  const [passing, setPassing] = useState('');
  const key = under === null ? null : `${under} ${name}`;
  const subscribe = useMemo(
    () => (listener: () => void) => (key === null ? () => {} : onKeptText(key, listener)),
    [key],
  );
  const kept = useSyncExternalStore(
    subscribe,
    () => (key === null ? '' : draftText(key)),
    () => '',
  );
  if (key === null) return [passing, setPassing];
  return [kept, (change) => saveDraft(key, typeof change === 'function' ? change(draftTextNow(key)) : change)];
}

/** The same for structured drafts. `empty` must be a constant. */
export function useKept<T>(name: string, empty: T): [T, (change: (now: T) => T) => void] {
  const [text, setText] = useKeptText(name);
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
