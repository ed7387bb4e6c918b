'use client';

import { exactDay, exactTime } from './format-time.ts';
import { useLocale } from './locale-provider.tsx';

/** A date and time, or a date, in the reader's zone and language. */
export function ExactTime({ at, dateOnly }: { at: Date | string; dateOnly?: boolean }) {
  const { locale, timeZone } = useLocale();
  const dateTime = new Date(at);
  return (
    <time dateTime={dateTime.toISOString()} suppressHydrationWarning>
      {dateOnly ? exactDay(dateTime, locale, timeZone) : exactTime(dateTime, locale, timeZone)}
    </time>
  );
}
