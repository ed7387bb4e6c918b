'use client';

import { useEffect, useRef } from 'react';
import { useLiveEvents } from './use-live.ts';

/** Many records that are given to somebody one by one are one change. */
const GATHER = 200;

/** Calls when the reader's inbox is not as it was, here or in another page. */
export function useLiveInbox(onChange: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveEvents((event) => {
    if (event.type !== 'inbox') return;
    clearTimeout(timer.current);
    timer.current = setTimeout(onChange, GATHER);
  });
}
