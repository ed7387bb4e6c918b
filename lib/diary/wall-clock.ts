import { Temporal } from 'temporal-polyfill';
import { memoize } from './memoize.ts';

/**
 * WO-10 · The instants at which a zone's clock shows this date and time (2026-10-25T02:30), in milliseconds since 1970. Usually
 * one; none if a clock change skips the time; two, the earlier first, if a clock change repeats it.
 */
export function momentsOf(wall: string, timeZone: string): number[] {
  const plain = Temporal.PlainDateTime.from(wall);
  const either = (['earlier', 'later'] as const).map((disambiguation) =>
    plain.toZonedDateTime(timeZone, { disambiguation }),
  );
  const shown = either.filter((moment) => moment.toPlainDateTime().equals(plain));
  return [...new Set(shown.map(({ epochMilliseconds }) => epochMilliseconds))];
}

/**
 * WO-10 · When something recurring begins or ends on a day. If a clock change skips the time, it is the instant of the change.
 * If a clock change repeats the time, a start is the first instant and an end the second.
 */
export function momentOfDay(wall: Temporal.PlainDateTime, timeZone: string, edge: 'begins' | 'ends'): number {
  const early = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (!early.toPlainDateTime().equals(wall)) {
    const change = early.getTimeZoneTransition('next');
    if (change) return change.epochMilliseconds;
  }
  if (edge === 'begins') return early.epochMilliseconds;
  return wall.toZonedDateTime(timeZone, { disambiguation: 'later' }).epochMilliseconds;
}

const quarters = memoize<number>();

/** The first time from `at` on at which the zone's clock shows a multiple of `minutes`, which must divide 60. */
export const nextOnTheClock = (at: number, minutes: number, timeZone: string): number =>
  quarters(
    `${at} ${minutes} ${timeZone}`,
    () =>
      Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(timeZone)
        .round({ smallestUnit: 'minute', roundingIncrement: minutes, roundingMode: 'ceil' }).epochMilliseconds,
  );
