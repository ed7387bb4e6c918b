'use client';

import { useReader } from './clock.tsx';
import { exactDay, exactTime } from './time-words.ts';

/** A moment or a day in the reader's zone and language. */
export function ExactTime({ at, dateOnly }: { at: Date | string; dateOnly?: boolean }) {
  const { locale, timeZone } = useReader();
  const moment = new Date(at);
  return (
    <time dateTime={moment.toISOString()} className="whitespace-nowrap" suppressHydrationWarning>
      {dateOnly ? exactDay(moment, locale, timeZone) : exactTime(moment, locale, timeZone)}
    </time>
  );
}
