import { type Diary, type FreeWindow, visitsIn, type Wanted, type WindowSettings } from '../diary.ts';
import { contains, type Interval, MINUTE, without } from '../interval.ts';
import { nextOnTheClock } from '../wall-clock.ts';
import { shiftsWithin } from '../working-hours.ts';
import { travelTime } from './travel.ts';

/**
 * WO-11 · The windows in which a technician could come, sorted by time: within working hours, after the travel time from the
 * previous visit or from home, and with enough time left to travel to the next visit or home.
 */
export function freeWindows(diary: Diary, wanted: Wanted, settings: WindowSettings): FreeWindow[] {
  return gapsOf(diary, wanted, settings).flatMap(({ gap, before, after }) => {
    const windows: FreeWindow[] = [];
    const earliest = Math.max(gap.from + before, wanted.within.from);
    const latest = Math.min(gap.to - after, wanted.within.to) - wanted.minutes * MINUTE;
    const next = (at: number) => nextOnTheClock(at, settings.beginEvery, wanted.timeZone);
    for (let from = next(earliest); from <= latest; from = next(from + 1))
      windows.push({ from, to: from + wanted.minutes * MINUTE, setsOut: from - before });
    return windows;
  });
}

/** WO-11 · The window that begins at `from`, if it is offered. Only offered windows are accepted. */
export function windowAt(diary: Diary, wanted: Wanted, settings: WindowSettings, from: number): FreeWindow | undefined {
  const within = { from, to: from + wanted.minutes * MINUTE };
  if (!contains(wanted.within, within)) return undefined;
  return freeWindows(diary, { ...wanted, within }, settings).find((each) => each.from === from);
}

/** A free interval in a shift, with the travel times from the previous visit and to the next one. */
interface Gap {
  gap: Interval;
  before: number;
  after: number;
}

function gapsOf(diary: Diary, wanted: Wanted, { travel }: WindowSettings): Gap[] {
  return shiftsWithin(diary.plan, wanted.within).flatMap((shift) => {
    const visits = visitsIn(diary, shift);
    return without([shift], [...visits, ...diary.absent]).map((gap) => {
      const previous = visits.findLast(({ to }) => to <= gap.from)?.site ?? diary.home;
      const next = visits.find(({ from }) => from >= gap.to)?.site ?? diary.home;
      return {
        gap,
        before: travelTime(previous, wanted.site, travel),
        after: travelTime(wanted.site, next, travel),
      };
    });
  });
}
