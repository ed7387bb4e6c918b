'use client';

import { useEffect, useEffectEvent } from 'react';
import { flushSync } from 'react-dom';
import { useRecordForm } from './record-form.tsx';

/** The first visible field in error. */
function firstWrong(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('#main [aria-invalid="true"]')].find((field) =>
    field.checkVisibility(),
  );
}

/** REC-5 · Scrolls to the refused field and its reason. */
export function RefusalInSight({ showDetails }: { showDetails: () => void }) {
  const { refused } = useRecordForm();
  const bringIntoSight = useEffectEvent(() => {
    // Synchronously: hidden elements cannot be focused.
    if (!firstWrong() && refused?.fieldErrors) flushSync(showDetails);
    firstWrong()?.focus();
  });

  useEffect(() => {
    if (!refused) return;
    // `flushSync` does not work inside an effect.
    const timer = setTimeout(bringIntoSight);
    return () => clearTimeout(timer);
  }, [refused]);

  return null;
}
