import { type Diary, type FreeWindow, visitsIn, type Wanted, type WindowSettings } from '../diary.ts';
import { contains, type Interval, MINUTE, without } from '../interval.ts';
import { nextOnTheClock } from '../wall-clock.ts';
import { shiftsWithin } from '../working-hours.ts';
import { travelTime } from './travel.ts';

/**
 * WO-11 · The windows in which a technician could come, in order: within working hours, with one travel time from the visit
 * before or from home, and enough left for the way to the next one or home.
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

/** WO-11 · The window that begins then, if it is one of those that are offered: what is accepted is what is offered. */
export function windowAt(diary: Diary, wanted: Wanted, settings: WindowSettings, from: number): FreeWindow | undefined {
  const within = { from, to: from + wanted.minutes * MINUTE };
  if (!contains(wanted.within, within)) return undefined;
  return freeWindows(diary, { ...wanted, within }, settings).find((each) => each.from === from);
}

/** A stretch that is free in a shift, with the time on the way before a visit in it and after it. */
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
