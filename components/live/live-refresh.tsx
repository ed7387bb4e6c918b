'use client';

import { useLive } from './use-live.ts';
import { useSafeRefresh } from './use-safe-refresh.ts';

/** Spec 11 · keeps a server-rendered page true: it is shown anew when one of these records changes. */
export function LiveRefresh({ ids }: { ids: readonly string[] }) {
  useLive(ids, useSafeRefresh());
  return null;
}
