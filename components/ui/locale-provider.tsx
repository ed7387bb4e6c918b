'use client';

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Reader } from './time-ago.tsx';

/** `now`: the server's time when it made the page, in milliseconds. */
const ReaderContext = createContext<Reader>({ timeZone: 'UTC', locale: 'en', now: 0 });

/** Tells the times below it the reader's zone and language, and what time it was when the server made the page. */
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
  // React asks several times during one render and wants the same answer.
  if (Date.now() - browserNow >= TICK_MS) browserNow = Date.now();
  return browserNow;
}

/** The time now, to half a minute. The first picture in the browser has the server's, so that both are the same. */
function useNow(): number {
  const { now } = useContext(ReaderContext);
  return useSyncExternalStore(subscribe, currentTick, () => now);
}

/** The reader's time zone and language. */
export function useLocale(): Pick<Reader, 'timeZone' | 'locale'> {
  return useContext(ReaderContext);
}

/** The reader, with the time now. */
export function useReader(): Reader {
  return { ...useLocale(), now: useNow() };
}
