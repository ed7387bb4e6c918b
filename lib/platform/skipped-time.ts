import { localText, zonedToUtc } from './local-time.ts';

const MINUTE = 60_000;
const HOURS_AROUND = 36;

/** A local time that a clock change skips, with the last time before the gap and the first time after it. */
export type SkippedTime = { text: string; timeZone: string; before: string; after: string };

/** REC-5 · The gap of a clock change at this local time; null if the time exists. */
export function skippedTime(text: string, timeZone: string): SkippedTime | null {
  const utc = zonedToUtc(text, timeZone);
  if (utc === null) return null;
  const wall = text.slice(0, 16);
  if (localText(utc, timeZone) === wall) return null;
  const at = Date.parse(utc);
  let early = at - HOURS_AROUND * 60 * MINUTE;
  let late = at + HOURS_AROUND * 60 * MINUTE;
  // The clock shows an earlier time before the change, and a later one after it.
  while (late - early > MINUTE) {
    const middle = early + Math.floor((late - early) / MINUTE / 2) * MINUTE;
    if (clockAt(middle, timeZone) < wall) early = middle;
    else late = middle;
  }
  return { text: wall, timeZone, before: clockAt(early, timeZone), after: clockAt(late, timeZone) };
}

const clockAt = (at: number, timeZone: string) => localText(new Date(at).toISOString(), timeZone);

const FORM = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)\[([\w+/-]{1,60})\]$/;

/** A time that does not exist, as a form stores and sends it in place of a UTC time: 2027-03-14T02:30[America/New_York]. */
export const writeSkipped = ({ text, timeZone }: SkippedTime) => `${text}[${timeZone}]`;

/** Parses a skipped time from a form value; null for anything else. */
export function readSkipped(value: string): SkippedTime | null {
  const [, text, timeZone] = FORM.exec(value) ?? [];
  if (!text || !timeZone) return null;
  try {
    return skippedTime(text, timeZone);
  } catch {
    // Unknown time zone.
    return null;
  }
}

const readable = (text: string) => text.replace('T', ' ');

/** REC-5 · Why such a time is refused, with the nearest existing times. */
export const skippedBecause = ({ text, timeZone, before, after }: SkippedTime) =>
  `${readable(text)} does not exist in ${timeZone.replaceAll('_', ' ')}: the clocks change then. The nearest times are ${readable(before)} and ${readable(after)}.`;
