import { useSyncExternalStore } from 'react';

/** A value outside React that components share. The server renders the first value. */
export function shared<T>(first: T) {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    first,
    now: () => value,
    set: (next: T) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Renders the current value. */
export function useShared<T>({ first, now, subscribe }: ReturnType<typeof shared<T>>): T {
  return useSyncExternalStore(subscribe, now, () => first);
}
