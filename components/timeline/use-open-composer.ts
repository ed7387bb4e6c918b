'use client';

import { type RefObject, useEffect, useState } from 'react';

/**
 * Whether a composer is expanded: from focus until the user acts elsewhere. It does not collapse at once on blur, because the
 * element that the user is about to press would move away from the pointer.
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
