import { byTime, type Interval } from './interval.ts';
import type { Site, TravelSettings } from './rules/travel.ts';
import type { WorkPlan } from './working-hours.ts';

export interface Visit extends Interval {
  site: Site;
}

/** The data about a technician that free windows depend on. */
export interface Diary {
  plan: WorkPlan;
  home: Site;
  /** Booked visits, including held and unconfirmed windows (WO-11). */
  visits: readonly Visit[];
  /** Absences that are shorter than a day. */
  absent: readonly Interval[];
}

/** The visit that needs a window. */
export interface Wanted {
  /** The window must lie in this interval. */
  within: Interval;
  minutes: number;
  site: Site;
  /** The site's time zone. It decides at which times windows begin (WO-10). */
  timeZone: string;
}

/** A free window with the travel time before it. The technician is occupied from `setsOut` to `to` (WO-12). */
export interface FreeWindow extends Interval {
  setsOut: number;
}

export interface WindowSettings {
  travel: TravelSettings;
  /** Windows begin at multiples of this many minutes. It divides 60. */
  beginEvery: number;
}

/** Sorted by time. */
export const visitsIn = ({ visits }: Diary, shift: Interval): Visit[] =>
  visits.filter((visit) => visit.from < shift.to && shift.from < visit.to).toSorted(byTime);
