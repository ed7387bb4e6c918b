'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';

type PrefetchKind = NonNullable<Parameters<ReturnType<typeof useRouter>['prefetch']>[1]>['kind'];

/** So long the pointer or the focus rests on a link before its page is asked for, in milliseconds. */
const INTENT = 60;
/** So long the browser shows a page that it has asked for ahead: `staleTimes` in next.config.ts. */
const KEPT = 30_000;
/** A page that was asked for longer ago is asked for once more when it is shown. */
const FRESH = 1_000;

const askedAt = new Map<string, number>();

/** Asks for the whole page behind a link on which somebody rests, so that it is there when it is followed. */
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

/** Shows a page anew that was asked for so early that something may have changed since. */
export function useFreshPage(href: string) {
  const router = useRouter();
  useEffect(() => {
    const age = Date.now() - (askedAt.get(href) ?? 0);
    if (age > FRESH && age < KEPT) router.refresh();
  }, [href, router]);
}
