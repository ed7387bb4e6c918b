'use client';

import { type Shown, useLive } from './use-live.ts';
import { useSafeRefresh } from './use-safe-refresh.ts';

/** Keeps a server-rendered page true: it is shown anew when something of what it shows changes. */
export function LiveRefresh(shown: Shown) {
  useLive(shown, useSafeRefresh());
  return null;
}
