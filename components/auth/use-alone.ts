'use client';

import { useEffect } from 'react';

/** While mounted, keys do nothing on the page behind it, and the tab's title hides what that page shows. */
export function useAlone(title: string) {
  useEffect(() => {
    const shown = document.title;
    document.title = title;
    const keep = (event: KeyboardEvent) => event.stopPropagation();
    window.addEventListener('keydown', keep, { capture: true });
    return () => {
      window.removeEventListener('keydown', keep, { capture: true });
      if (document.title === title) document.title = shown;
    };
  }, [title]);
}
