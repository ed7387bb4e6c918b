import { useSyncExternalStore } from 'react';

const nothingToHear = () => () => {};

/** Whether the browser renders. False on the server and during hydration. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    nothingToHear,
    () => true,
    () => false,
  );
}
