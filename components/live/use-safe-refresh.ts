'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';

const AT_MOST_EVERY = 300;
const ASK_AGAIN_AFTER = 2_000;

/**
 * Shows the page anew, at most once per 300 ms. It asks first whether the server is there: Next answers a refresh that
 * fails with a full navigation, which leaves the browser's error page while the server restarts.
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
      const alive = await fetch('/api/health', { cache: 'no-store' }).then(
        ({ ok }) => ok,
        () => false,
      );
      timer.current = alive ? null : setTimeout(() => void refresh(), ASK_AGAIN_AFTER);
      if (!alive) return;
      last.current = Date.now();
      router.refresh();
    }

    timer.current = setTimeout(() => void refresh(), Math.max(0, last.current + AT_MOST_EVERY - Date.now()));
  }, [router]);
}
