'use client';

import { type Shown, useLive } from '#components/live/use-live.ts';
import { useLiveInbox } from '#components/live/use-live-inbox.ts';
import { useSafeRefresh } from '#components/live/use-safe-refresh.ts';

/** NTF-1 · Refreshes the open home page when one of its records changes or the user gets a notification. */
export function LiveHome(shown: Shown) {
  const refresh = useSafeRefresh();
  useLive(shown, refresh);
  useLiveInbox(refresh);
  return null;
}
