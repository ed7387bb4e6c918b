import { Temporal } from 'temporal-polyfill';
import { type Interval, without } from './interval.ts';
import { memoize } from './memoize.ts';
import { momentOfDay } from './wall-clock.ts';

/** WO-10 · Working hours in the technician's time zone. If the end is not after the start, it is on the next day. */
export interface WorkingHours {
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  /** 08:00 */
  from: string;
  to: string;
  /** The first and the last date on which the hours are valid; null: no limit. */
  validFrom: string | null;
  validTo: string | null;
}

/** Dates on which the technician does not work, both included. */
export interface DaysOff {
  from: string;
  to: string;
}

export interface WorkPlan {
  timeZone: string;
  hours: readonly WorkingHours[];
  daysOff: readonly DaysOff[];
}

/** A date with its weekday, 1 to 7, and the date after it. */
interface Day {
  date: string;
  weekday: number;
  next: string;
}

const dates = memoize<readonly Day[]>(200);
const moments = memoize<number>();

/**
 * WO-10 · The working intervals that lie at least partly within the given interval. 09:00 is 09:00 local time on each date,
 * so a day may have 23 or 25 hours.
 */
export function shiftsWithin(plan: WorkPlan, within: Interval): Interval[] {
  const shifts: Interval[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const [index, day] of daysAround(plan.timeZone, within).entries()) {
    const ofDate = shiftsOn(plan, day);
    // Does not merge shifts of two dates, so that the shifts don't depend on the interval that is asked for.
    if (index > 0) shifts.push(...without(ofDate, [{ from: Number.NEGATIVE_INFINITY, to: before }]));
    before = endOf(ofDate);
  }
  return shifts.filter(({ from, to }) => from < within.to && within.from < to);
}

const endOf = (shifts: Interval[]) => Math.max(...shifts.map(({ to }) => to), Number.NEGATIVE_INFINITY);

/** Starts two days early: a shift of the day before may end within, and the first day only shows until when its shifts last. */
function daysAround(timeZone: string, { from, to }: Interval): readonly Day[] {
  return dates(`${timeZone} ${from} ${to}`, () => {
    const dateAt = (moment: number) =>
      Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate();
    const last = dateAt(to);
    const days: Day[] = [];
    for (let date = dateAt(from).subtract({ days: 2 }); Temporal.PlainDate.compare(date, last) <= 0; ) {
      const next = date.add({ days: 1 });
      days.push({ date: date.toString(), weekday: date.dayOfWeek, next: next.toString() });
      date = next;
    }
    return days;
  });
}

function shiftsOn({ timeZone, hours, daysOff }: WorkPlan, { date, weekday, next }: Day): Interval[] {
  if (daysOff.some(({ from, to }) => from <= date && date <= to)) return [];
  const at = (wall: string, edge: 'begins' | 'ends') =>
    moments(`${wall} ${timeZone} ${edge}`, () => momentOfDay(Temporal.PlainDateTime.from(wall), timeZone, edge));
  return hours
    .filter((each) => {
      const { validFrom, validTo } = each;
      const holds = (validFrom === null || validFrom <= date) && (validTo === null || date <= validTo);
      return holds && each.weekday === weekday;
    })
    .map(({ from, to }) => ({
      from: at(`${date}T${from}`, 'begins'),
      to: at(`${to > from ? date : next}T${to}`, 'ends'),
    }));
}
