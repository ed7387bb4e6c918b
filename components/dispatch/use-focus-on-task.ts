'use client';

import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * WO-17 · Keeps the focus on a placed task wherever it is rendered next, or on the list if the board does not show it. The
 * focus is left alone once the user moves it elsewhere.
 */
export function useFocusOnTask(): (number: string) => void {
  const placed = useRef<{ number: string; hadFocus: boolean } | null>(null);
  // In the layout phase: the page restores a lost focus only after it.
  useLayoutEffect(() => {
    if (!placed.current || document.querySelector('dialog[open]')) return;
    const { number, hadFocus } = placed.current;
    const { activeElement } = document;
    const isLost = !activeElement || activeElement.matches('body, section, h1, h2');
    if (hadFocus && !isLost && !activeElement.matches(`[data-task="${number}"]`)) {
      placed.current = null;
      return;
    }
    const onBoard = document.querySelector<HTMLElement>(`[data-on-board][data-task="${number}"]`);
    if (onBoard && (isLost || !hadFocus)) {
      onBoard.focus();
      placed.current.hadFocus = true;
    } else if (isLost && !onBoard) document.getElementById('unplaced')?.focus();
  });
  return useCallback((number) => {
    placed.current = { number, hadFocus: false };
  }, []);
}
