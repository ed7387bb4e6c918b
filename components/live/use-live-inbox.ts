'use client';

import { useEffect, useRef } from 'react';
import { useLiveEvents } from './use-live.ts';

/** Delay to batch assignments in quick succession, in milliseconds. */
const GATHER = 200;

/** Calls when the user's inbox has changed, in this page or another. */
export function useLiveInbox(onChange: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveEvents((event) => {
    if (event.type !== 'inbox') return;
    clearTimeout(timer.current);
    timer.current = setTimeout(onChange, GATHER);
  });
}
