import { exactTime, relativeTime } from './format-time.ts';

/** The reader of a time: language, zone and current time. */
export type Reader = { locale: string; timeZone: string; now: number };

/** A relative time; tooltip and screen readers get the exact date and time (parts.css). For callers that have the reader. */
export function TimeAgo({ at, reader, className }: { at: Date; reader: Reader; className?: string | undefined }) {
  const { locale, timeZone, now } = reader;
  // Server and browser may format spaces in dates differently; that must not cause a new render.
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
