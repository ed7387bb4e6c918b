import { Temporal } from 'temporal-polyfill';
import { HOUR, type Interval } from '#lib/diary/interval.ts';

/** WO-17 · A day in the board's time zone, which may have 23 or 25 hours. */
export function dayWithin(day: string, timeZone: string): Interval {
  const date = Temporal.PlainDate.from(day);
  const begin = (of: Temporal.PlainDate) => of.toZonedDateTime(timeZone).epochMilliseconds;
  return { from: begin(date), to: begin(date.add({ days: 1 })) };
}

/** Adds days to a date. */
export const dayAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** The visible part of the day, with its full hours in the board's time zone. */
export interface Axis extends Interval {
  hours: { at: number; label: string }[];
}

/** Hours that are always visible. */
const [SHOWN_FROM, SHOWN_TO] = [7, 19];

/** The visible hours of a day: the usual ones, extended to include all intervals in `shown`, in full hours. */
export function axisOf(day: string, timeZone: string, shown: readonly Interval[]): Axis {
  const whole = dayWithin(day, timeZone);
  const at = (hour: number) =>
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds;
  const begins = Math.min(at(SHOWN_FROM), ...shown.map(({ from }) => from));
  const ends = Math.max(at(SHOWN_TO), ...shown.map(({ to }) => to));
  const hours: Axis['hours'] = [];
  for (let hour = whole.from; hour < whole.to; hour += HOUR) hours.push({ at: hour, label: hourAt(hour, timeZone) });
  const from = hours.findLast((hour) => hour.at <= begins)?.at ?? whole.from;
  const to = hours.find((hour) => hour.at >= ends)?.at ?? whole.to;
  return { from, to, hours: hours.filter((hour) => hour.at >= from && hour.at < to) };
}

function hourAt(at: number, timeZone: string): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return minute === 0 ? String(hour) : `${hour}:${String(minute).padStart(2, '0')}`;
}
