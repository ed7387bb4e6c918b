'use client';

import { clsx } from 'clsx';
import { exactTime, relativeTime } from './format-time.ts';
import { useLocale, useNow } from './locale-provider.tsx';

/** How long ago; the exact date and time on hover and for screen readers. */
export function RelativeTime({ at, className }: { at: Date | string; className?: string }) {
  const now = useNow();
  const { locale, timeZone } = useLocale();
  const dateTime = new Date(at);
  const exact = exactTime(dateTime, locale, timeZone);
  // Server and browser may disagree about a space in a date; that is no reason to draw the page anew.
  return (
    <time
      dateTime={dateTime.toISOString()}
      title={exact}
      className={clsx('whitespace-nowrap', className)}
      suppressHydrationWarning
    >
      <span aria-hidden suppressHydrationWarning>
        {relativeTime(dateTime, now, locale, timeZone)}
      </span>
      <span className="sr-only" suppressHydrationWarning>
        {exact}
      </span>
    </time>
  );
}
