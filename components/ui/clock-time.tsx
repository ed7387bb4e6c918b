import { exactTime, timeOfDay } from './format-time.ts';
import type { Reader } from './time-ago.tsx';

/** A time of day or a time range, where the date is clear; the tooltip and screen readers get the date too. */
export function ClockTime({ from, to = from, reader }: { from: Date; to?: Date; reader: Reader }) {
  const { locale, timeZone } = reader;
  const [begin, end] = [timeOfDay(from, locale, timeZone), timeOfDay(to, locale, timeZone)];
  return (
    <time dateTime={to.toISOString()} title={exactTime(to, locale, timeZone)} suppressHydrationWarning>
      <span aria-hidden suppressHydrationWarning>
        {begin === end ? end : `${begin} – ${end}`}
      </span>
    </time>
  );
}
