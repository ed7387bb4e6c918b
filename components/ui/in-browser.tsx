'use client';

import type { ReactNode } from 'react';
import { useInBrowser } from './use-in-browser.ts';

/** Q-17 · Content outside the first screen: only the browser renders it, slightly later. */
export function InBrowser({ children }: { children: ReactNode }) {
  return useInBrowser() ? children : null;
}
