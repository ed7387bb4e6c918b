'use client';

import { use, useEffect, useEffectEvent, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Refused } from '#components/actions/call-action.ts';
import { ShowPanel } from '#components/ui/show-panel.ts';

/** REC-5 · Brings a form that was refused into sight: the tab that it stands in, why, and the first field that is wrong. */
export function useRefusalInSight(refused: Refused | null) {
  const form = useRef<HTMLFormElement>(null);
  const showPanel = use(ShowPanel);
  const bringIntoSight = useEffectEvent(() => {
    // At once: what is hidden takes no focus.
    flushSync(showPanel);
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    form.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' });
  });

  useEffect(() => {
    if (!refused) return;
    // React does not flush while it runs effects.
    const timer = setTimeout(bringIntoSight);
    return () => clearTimeout(timer);
  }, [refused]);

  return form;
}
