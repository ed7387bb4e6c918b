import type { Diary, Visit } from '../diary.ts';
import { byTime, type Interval } from '../interval.ts';
import { shiftsWithin } from '../working-hours.ts';
import { type TravelSettings, travelTime } from './travel.ts';

/**
 * WO-12 · When each visit keeps the technician occupied: from leaving the previous visit, or home, until its end. Placing a
 * visit changes where the trip to the next one begins, so the times are written again. A trip never begins before the previous
 * visit has ended, even if travel times were shorter at the time of booking.
 */
export function occupiedIntervals<V extends Visit>(
  diary: Diary & { visits: readonly V[] },
  within: Interval,
  travel: TravelSettings,
): { visit: V; setsOut: number }[] {
  const shifts = shiftsWithin(diary.plan, within);
  const inOrder: readonly V[] = [...diary.visits].sort(byTime);
  return inOrder.map((visit) => {
    const earlier = inOrder.filter((each) => each !== visit && each.to <= visit.from);
    const shift = shifts.find(({ from, to }) => from <= visit.from && visit.from < to);
    const before = earlier.findLast(({ to }) => shift && shift.from < to);
    const ends = Math.max(...earlier.map(({ to }) => to), Number.NEGATIVE_INFINITY);
    const way = travelTime(before?.site ?? diary.home, visit.site, travel);
    return { visit, setsOut: Math.min(visit.from, Math.max(ends, visit.from - way)) };
  });
}
