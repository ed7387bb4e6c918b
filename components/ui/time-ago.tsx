import { exactTime, relativeTime } from './format-time.ts';

/** For whom a time is written, and when that is. */
export type Reader = { locale: string; timeZone: string; now: number };

/** How long ago; the exact date and time on hover, and by its title for screen readers (parts.css). Drawn by whoever knows the reader. */
export function TimeAgo({ at, reader, className }: { at: Date; reader: Reader; className?: string | undefined }) {
  const { locale, timeZone, now } = reader;
  // Server and browser may disagree about a space in a date; that is no reason to draw the page anew.
  return (
    <time
      dateTime={at.toISOString()}
      title={exactTime(at, locale, timeZone)}
      className={className}
      suppressHydrationWarning
    >
      <span aria-hidden suppressHydrationWarning>
        {relativeTime(at, now, locale, timeZone)}
      </span>
    </time>
  );
}
