'use client';

import { exactDay, exactTime } from './format-time.ts';
import { useLocale } from './locale-provider.tsx';

/** A moment or a day in the reader's zone and language. */
export function ExactTime({ at, dateOnly }: { at: Date | string; dateOnly?: boolean }) {
  const { locale, timeZone } = useLocale();
  const moment = new Date(at);
  return (
    <time dateTime={moment.toISOString()} className="whitespace-nowrap" suppressHydrationWarning>
      {dateOnly ? exactDay(moment, locale, timeZone) : exactTime(moment, locale, timeZone)}
    </time>
  );
}
