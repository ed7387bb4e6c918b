import { useSyncExternalStore } from 'react';

const nothingToHear = () => () => {};

/** Whether the browser draws. False for the server, and for the browser as long as it takes over what the server drew. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    nothingToHear,
    () => true,
    () => false,
  );
}
