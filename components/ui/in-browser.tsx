'use client';

import type { ReactNode } from 'react';
import { useInBrowser } from './use-in-browser.ts';

/** Q-17 · What the first screen does not show: the browser draws it, a moment later, and not the server too. */
export function InBrowser({ children }: { children: ReactNode }) {
  return useInBrowser() ? children : null;
}
