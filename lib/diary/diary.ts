import { byTime, type Interval } from './interval.ts';
import type { Site, TravelSettings } from './rules/travel.ts';
import type { WorkPlan } from './working-hours.ts';

export interface Visit extends Interval {
  site: Site;
}

/** A technician as far as windows are concerned. */
export interface Diary {
  plan: WorkPlan;
  home: Site;
  /** What is booked, held windows and unconfirmed ones among it (WO-11). */
  visits: readonly Visit[];
  /** Absences that are shorter than a day. */
  absent: readonly Interval[];
}

/** What is to be placed. */
export interface Wanted {
  /** The window lies in it. */
  within: Interval;
  minutes: number;
  site: Site;
  /** The site's: its clock rules at which times windows begin (WO-10). */
  timeZone: string;
}

/** When one may come, with the time on the way before it: from `sets out` to `to` the technician is occupied (WO-12). */
export interface FreeWindow extends Interval {
  setsOut: number;
}

export interface WindowSettings {
  travel: TravelSettings;
  /** Windows begin at multiples of so many minutes; they divide an hour. */
  beginEvery: number;
}

/** In order of time. */
export const visitsIn = ({ visits }: Diary, shift: Interval): Visit[] =>
  visits.filter((visit) => visit.from < shift.to && shift.from < visit.to).toSorted(byTime);
