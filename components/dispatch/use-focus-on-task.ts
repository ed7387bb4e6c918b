'use client';

import { useCallback, useEffect, useRef } from 'react';

/** WO-17 · Keeps the focus on a task that has been placed, wherever it is drawn then. */
export function useFocusOnTask(): (number: string) => void {
  const waiting = useRef<string | null>(null);
  useEffect(() => {
    if (!waiting.current || document.querySelector('dialog[open]')) return;
    const task = document.querySelector<HTMLElement>(`[data-on-board][data-task="${waiting.current}"]`);
    if (!task) return;
    task.focus();
    waiting.current = null;
  });
  return useCallback((number) => {
    waiting.current = number;
  }, []);
}
