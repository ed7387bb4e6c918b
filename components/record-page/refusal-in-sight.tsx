'use client';

import { useEffect, useEffectEvent } from 'react';
import { flushSync } from 'react-dom';
import { useRecordForm } from './record-form.tsx';

/** The first field in error that one can see. */
function firstWrong(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('#main [aria-invalid="true"]')].find((field) =>
    field.checkVisibility(),
  );
}

/** REC-5 · Brings into sight what was refused: the field that is wrong, where it stands, and why. */
export function RefusalInSight({ showDetails }: { showDetails: () => void }) {
  const { refused } = useRecordForm();
  const bringIntoSight = useEffectEvent(() => {
    // At once: what is hidden takes no focus.
    if (!firstWrong() && refused?.fieldErrors) flushSync(showDetails);
    firstWrong()?.focus();
  });

  useEffect(() => {
    if (!refused) return;
    // React does not flush while it runs effects.
    const timer = setTimeout(bringIntoSight);
    return () => clearTimeout(timer);
  }, [refused]);

  return null;
}
