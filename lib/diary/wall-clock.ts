import { Temporal } from 'temporal-polyfill';
import { remembered } from './remembered.ts';

/**
 * WO-10 · The moments at which the clock of a zone shows this date and time (2026-10-25T02:30), in milliseconds since 1970:
 * one; none where a change of clocks leaves the time out; two, the earlier first, where it comes twice.
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
 * WO-10 · When something that recurs begins or ends on a day, though the clock of that day may leave the time out or show it
 * twice: left out, it is the moment of the change; twice, a beginning is the first one and an end the second.
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

const quarters = remembered<number>();

/** The first moment from `at` on at which the clock of the zone shows a multiple of so many minutes; they divide an hour. */
export const nextOnTheClock = (at: number, minutes: number, timeZone: string): number =>
  quarters(
    `${at} ${minutes} ${timeZone}`,
    () =>
      Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(timeZone)
        .round({ smallestUnit: 'minute', roundingIncrement: minutes, roundingMode: 'ceil' }).epochMilliseconds,
  );
