'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';
import { notifyUnauthorized } from '#components/ui/unauthorized.ts';
import { whoIsSignedIn } from './who-is-signed-in.ts';

const AT_MOST_EVERY = 300;
const ASK_AGAIN_AFTER = 2_000;

/**
 * Refreshes the page, at most once per 300 ms. It first checks that the server answers and the session is valid: Next answers a
 * failed refresh with a full navigation. That would leave the browser's error page during a server restart, or replace a page
 * that must stay with the sign-in page (ACC-3).
 */
export function useSafeRefresh(): () => void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const last = useRef(0);

  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );

  return useCallback(() => {
    if (timer.current) return;

    async function refresh() {
      const somebody = await whoIsSignedIn();
      timer.current = somebody === undefined ? setTimeout(() => void refresh(), ASK_AGAIN_AFTER) : null;
      if (somebody === undefined) return;
      if (somebody === null) return notifyUnauthorized();
      last.current = Date.now();
      router.refresh();
    }

    timer.current = setTimeout(() => void refresh(), Math.max(0, last.current + AT_MOST_EVERY - Date.now()));
  }, [router]);
}
