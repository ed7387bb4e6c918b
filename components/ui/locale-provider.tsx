'use client';

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Reader } from './time-ago.tsx';

/** `now`: the server's time when it rendered the page, in milliseconds. */
const ReaderContext = createContext<Reader>({ timeZone: 'UTC', locale: 'en', now: 0 });

/** Provides the reader's zone and language, and the server's time when it rendered the page. */
export function LocaleProvider({ children, timeZone, locale, now }: Reader & { children: ReactNode }) {
  return <ReaderContext value={{ timeZone, locale, now }}>{children}</ReaderContext>;
}

const TICK_MS = 30_000;
let browserNow = 0;

function subscribe(tick: () => void) {
  const timer = setInterval(() => {
    browserNow = Date.now();
    tick();
  }, TICK_MS);
  return () => clearInterval(timer);
}

function currentTick() {
  // React reads it several times during one render and needs the same value.
  if (Date.now() - browserNow >= TICK_MS) browserNow = Date.now();
  return browserNow;
}

/** The current time, to half a minute. The first browser render uses the server's time, so that both match. */
function useNow(): number {
  const { now } = useContext(ReaderContext);
  return useSyncExternalStore(subscribe, currentTick, () => now);
}

/** The reader's time zone and language. */
export function useLocale(): Pick<Reader, 'timeZone' | 'locale'> {
  return useContext(ReaderContext);
}

/** The reader, with the current time. */
export function useReader(): Reader {
  return { ...useLocale(), now: useNow() };
}
