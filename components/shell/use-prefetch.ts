'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';

type PrefetchKind = NonNullable<Parameters<ReturnType<typeof useRouter>['prefetch']>[1]>['kind'];

/** How long the pointer or focus rests on a link before its page is prefetched, in milliseconds. */
const INTENT = 60;
/** How long the browser reuses a prefetched page: `staleTimes` in next.config.ts. */
const KEPT = 30_000;
/** A page prefetched longer ago than this, in milliseconds, is requested again when it is shown. */
const FRESH = 1_000;

const askedAt = new Map<string, number>();

/** Prefetches the page behind a link that the pointer or focus rests on. */
export function usePrefetch() {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const forget = useCallback(() => clearTimeout(timer.current), []);
  useEffect(() => forget, [forget]);

  const prefetch = useCallback(
    (href: string) => {
      forget();
      timer.current = setTimeout(() => {
        const now = Date.now();
        if (now - (askedAt.get(href) ?? 0) > KEPT) askedAt.set(href, now);
        router.prefetch(href, { kind: 'full' as PrefetchKind });
      }, INTENT);
    },
    [router, forget],
  );
  return { prefetch, forget };
}

/** Refreshes a page that was prefetched so early that it may be outdated. */
export function useFreshPage(href: string) {
  const router = useRouter();
  useEffect(() => {
    const age = Date.now() - (askedAt.get(href) ?? 0);
    if (age > FRESH && age < KEPT) router.refresh();
  }, [href, router]);
}
