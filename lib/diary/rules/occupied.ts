import type { Diary, Visit } from '../diary.ts';
import { byTime, type Interval } from '../interval.ts';
import { shiftsWithin } from '../working-hours.ts';
import { type TravelSettings, travelTime } from './travel.ts';

/**
 * WO-12 · When each visit keeps the technician occupied: from setting out at the visit before, or at home, to its end. Whoever
 * places a visit writes these again, as the way to the next one begins elsewhere then. Nobody sets out before the visit before
 * has ended, also where the times on the way were shorter when it was booked.
 */
export function occupiedIn<V extends Visit>(
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
