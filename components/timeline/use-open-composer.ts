'use client';

import { type RefObject, useEffect, useState } from 'react';

/**
 * Whether a composer is unfolded: from when it gets the focus until one is done elsewhere. Not at once when the focus
 * leaves it, as what one is just about to press would move away from under the pointer.
 */
export function useOpenComposer(composer: RefObject<HTMLElement | null>) {
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (!open) return;
    const listening = new AbortController();
    const { signal } = listening;
    const look = () => {
      if (!composer.current?.contains(document.activeElement)) setOpen(false);
    };
    document.addEventListener('click', look, { signal });
    document.addEventListener('keyup', look, { signal });
    return () => listening.abort();
  }, [open, composer]);

  return { open, unfold: () => setOpen(true) };
}
