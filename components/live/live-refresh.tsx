'use client';

import { type Shown, useLive } from './use-live.ts';
import { useSafeRefresh } from './use-safe-refresh.ts';

/** Refreshes a server-rendered page when one of its shown records changes. */
export function LiveRefresh(shown: Shown) {
  useLive(shown, useSafeRefresh());
  return null;
}
