import { Temporal } from 'temporal-polyfill';
import { type Interval, without } from './interval.ts';
import { momentOfDay } from './wall-clock.ts';

/** WO-10 · When somebody works, by the clock of the own zone. An end that is not after its begin is on the next day. */
export interface WorkingHours {
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  /** 08:00 */
  from: string;
  to: string;
  /** The first and the last date on which this holds; null is open. */
  validFrom: string | null;
  validTo: string | null;
}

/** Dates on which somebody does not work, both included. */
export interface DaysOff {
  from: string;
  to: string;
}

export interface WorkPlan {
  timeZone: string;
  hours: readonly WorkingHours[];
  daysOff: readonly DaysOff[];
}

/**
 * WO-10 · The stretches in which somebody works and which lie at least partly within the given one. 09:00 is 09:00 on each
 * date, so that a day may have 23 or 25 hours.
 */
export function shiftsWithin(plan: WorkPlan, within: Interval): Interval[] {
  const dateAt = (moment: number) =>
    Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(plan.timeZone).toPlainDate();
  const last = dateAt(within.to);
  const shifts: Interval[] = [];
  // What began the day before may end within.
  let date = dateAt(within.from).subtract({ days: 1 });
  let before = endOf(shiftsOn(plan, date.subtract({ days: 1 })));
  for (; !isAfter(date, last); date = date.add({ days: 1 })) {
    const ofDate = shiftsOn(plan, date);
    // Those of two dates stay two, so that they are the same from wherever one looks.
    shifts.push(...without(ofDate, [{ from: Number.NEGATIVE_INFINITY, to: before }]));
    before = endOf(ofDate);
  }
  return shifts.filter(({ from, to }) => from < within.to && within.from < to);
}

const endOf = (shifts: Interval[]) => Math.max(...shifts.map(({ to }) => to), Number.NEGATIVE_INFINITY);

function shiftsOn({ timeZone, hours, daysOff }: WorkPlan, date: Temporal.PlainDate): Interval[] {
  const day = date.toString();
  if (daysOff.some(({ from, to }) => from <= day && day <= to)) return [];
  return hours
    .filter(({ weekday, validFrom, validTo }) => {
      const holds = (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo);
      return holds && weekday === date.dayOfWeek;
    })
    .map(({ from, to }) => {
      const endDate = to > from ? date : date.add({ days: 1 });
      return {
        from: momentOfDay(date.toPlainDateTime(from), timeZone, 'begins'),
        to: momentOfDay(endDate.toPlainDateTime(to), timeZone, 'ends'),
      };
    });
}

const isAfter = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0;
