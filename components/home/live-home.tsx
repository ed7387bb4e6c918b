'use client';

import { type Shown, useLive } from '#components/live/use-live.ts';
import { useLiveInbox } from '#components/live/use-live-inbox.ts';
import { useSafeRefresh } from '#components/live/use-safe-refresh.ts';

/** NTF-1 · Keeps the open home true: it is shown anew when one of its records changes, and when the reader is told of something. */
export function LiveHome(shown: Shown) {
  const refresh = useSafeRefresh();
  useLive(shown, refresh);
  useLiveInbox(refresh);
  return null;
}
