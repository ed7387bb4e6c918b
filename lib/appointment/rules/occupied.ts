import { type Diary, type FreeWindow, type Visit, visitsIn } from '../diary.ts';
import type { Interval } from '../interval.ts';
import { type TravelSettings, travelTime } from './travel.ts';

/**
 * WO-12 · When each visit of a shift keeps the technician occupied: from setting out at the visit before, or at home, to its
 * end. Whoever places a visit writes these again, as the way to the next one begins elsewhere then.
 */
export function occupiedIn(diary: Diary, shift: Interval, travel: TravelSettings): (FreeWindow & Visit)[] {
  let from = diary.home;
  return visitsIn(diary, shift).map((visit) => {
    const setsOut = visit.from - travelTime(from, visit.site, travel);
    from = visit.site;
    return { ...visit, setsOut };
  });
}
