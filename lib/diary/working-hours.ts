import { Temporal } from 'temporal-polyfill';
import { type Interval, without } from './interval.ts';
import { remembered } from './remembered.ts';
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

/** A date with its weekday, 1 to 7, and the date after it. */
interface Day {
  date: string;
  weekday: number;
  next: string;
}

const dates = remembered<readonly Day[]>(200);
const moments = remembered<number>();

/**
 * WO-10 · The stretches in which somebody works and which lie at least partly within the given one. 09:00 is 09:00 on each
 * date, so that a day may have 23 or 25 hours.
 */
export function shiftsWithin(plan: WorkPlan, within: Interval): Interval[] {
  const shifts: Interval[] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const [index, day] of daysAround(plan.timeZone, within).entries()) {
    const ofDate = shiftsOn(plan, day);
    // Those of two dates stay two, so that they are the same from wherever one looks.
    if (index > 0) shifts.push(...without(ofDate, [{ from: Number.NEGATIVE_INFINITY, to: before }]));
    before = endOf(ofDate);
  }
  return shifts.filter(({ from, to }) => from < within.to && within.from < to);
}

const endOf = (shifts: Interval[]) => Math.max(...shifts.map(({ to }) => to), Number.NEGATIVE_INFINITY);

/** What began the day before may end within; the first is the one before that, which only says what it has of the next. */
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
