import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** The maximum number of rows of working hours, or of days off, per technician. */
const MAX_ROWS = 200;

export interface HoursRow {
  weekday: number;
  fromMinute: number;
  toMinute: number;
  /** Dates such as 2026-11-25; null: no limit. */
  validFrom: string | null;
  validTo: string | null;
}

/** REC-5 · A technician has a limited number of rows, so that a page can show them all. */
export function mayAddRows(there: number, more: number): Verdict {
  if (there + more <= MAX_ROWS) return yes;
  return no('REC-5', `A technician has at most ${MAX_ROWS} of these. Remove some that are over.`);
}

/** WO-10 · Two rows of a weekday do not overlap while both are valid. */
export function hoursDoNotOverlap(added: HoursRow, others: readonly HoursRow[]): Verdict {
  const other = others.find(
    (each) => each.weekday === added.weekday && overlapOnClock(each, added) && bothValid(each, added),
  );
  if (!other) return yes;
  return no(
    'WO-10',
    `There are hours on ${weekdays[added.weekday - 1]} from ${clock(other.fromMinute)} to ${clock(other.toMinute)} already.`,
    'from',
  );
}

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const DAY = 1440;

/** 510 is 08:30. */
export const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** If the end is not after the start, it is on the next day. */
const endOf = ({ fromMinute, toMinute }: HoursRow) => (toMinute > fromMinute ? toMinute : toMinute + DAY);

const overlapOnClock = (a: HoursRow, b: HoursRow) => a.fromMinute < endOf(b) && b.fromMinute < endOf(a);

const bothValid = (a: HoursRow, b: HoursRow) =>
  (a.validFrom ?? '') <= (b.validTo ?? '9999-12-31') && (b.validFrom ?? '') <= (a.validTo ?? '9999-12-31');
