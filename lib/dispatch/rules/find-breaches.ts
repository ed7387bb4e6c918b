import { aroundTheClock } from '#lib/diary/around-the-clock.ts';
import type { Diary, WindowSettings } from '#lib/diary/diary.ts';
import { type Interval, MINUTE, overlap } from '#lib/diary/interval.ts';
import { windowAt } from '#lib/diary/rules/free-windows.ts';
import { defaultTravel, travelTime } from '#lib/diary/rules/travel.ts';
import type { Task, Technician } from '#lib/diary/technician.ts';
import { nextOnTheClock } from '#lib/diary/wall-clock.ts';
import { timeIn, timesIn } from '../words-of-time.ts';

/** Dispatchers place tasks on quarter hours of the site's clock. */
export const dispatchSettings: WindowSettings = { travel: defaultTravel, beginEvery: 15 };

/** A constraint that a placement would break, as a sentence. If it is not refused, a dispatcher may confirm it. */
export interface Breach {
  of: 'past' | 'clock' | 'inactive' | 'group' | 'busy' | 'hours' | 'days off' | 'skill' | 'region';
  says: string;
  refused: boolean;
}

export interface Placement {
  /** `within` is the window. */
  task: Task;
  technician: Technician;
  now: number;
  /** The time zone of the times in the sentences. */
  timeZone: string;
}

const refused = (of: Breach['of'], says: string): Breach[] => [{ of, says, refused: true }];
const asks = (of: Breach['of'], says: string): Breach[] => [{ of, says, refused: false }];

/**
 * WO-17 · What a placement would break. The page shows it first, and the command checks it again. Refused: a busy technician,
 * or one outside the task's group. A dispatcher may override working hours, days off, skills and region.
 */
export function findBreaches(placing: Placement): Breach[] {
  const { task, technician, now } = placing;
  const { from } = task.within;
  const { name, skills, regionId } = technician;
  if (from <= now) return refused('past', 'This time has passed.');
  if (nextOnTheClock(from, dispatchSettings.beginEvery, task.timeZone) !== from)
    return refused('clock', 'Visits begin on a quarter of an hour.');
  if (!technician.active) return refused('inactive', `${name} is not active.`);
  if (task.groupId !== null && !technician.groupIds.includes(task.groupId))
    return refused('group', `${name} is not in the group of the task.`);
  const lacking = task.skills.filter((skill) => !skills.includes(skill));
  return [
    ...timeBroken(placing),
    ...(lacking.length > 0 ? asks('skill', `${name} lacks ${lacking.join(', ')}.`) : []),
    ...(task.regionId !== null && regionId !== null && task.regionId !== regionId
      ? asks('region', `${name} works in another region.`)
      : []),
  ];
}

function timeBroken({ task, technician: { name, diary }, timeZone }: Placement): Breach[] {
  const isFree = (of: Diary) => windowAt(of, task, dispatchSettings, task.within.from) !== undefined;
  if (isFree(diary)) return [];
  if (!isFree(aroundTheClock(diary))) return refused('busy', busy(name, diary, task, timeZone));
  const day = timeIn(task.within.from, diary.plan.timeZone).slice(0, 10);
  const off = diary.plan.daysOff.some(({ from, to }) => from <= day && day <= to);
  return off
    ? asks('days off', `${name} has this day off.`)
    : asks('hours', `${name} is not at work then, including the travel time.`);
}

/** Names what conflicts with the task, including travel time. */
function busy(name: string, diary: Diary, task: Task, timeZone: string): string {
  const inTheWay = diary.visits.filter(({ site, ...visit }) => {
    const way = travelTime(site, task.site, dispatchSettings.travel);
    return overlap({ from: visit.from - way, to: visit.to + way }, task.within);
  });
  const all: Interval[] = [...inTheWay, ...diary.absent.filter((each) => overlap(each, task.within))];
  if (all.length === 0) return `${name} is not free then.`;
  const way = Math.max(0, ...inTheWay.map(({ site }) => travelTime(site, task.site, dispatchSettings.travel))) / MINUTE;
  const times = all.map((each) => timesIn(each, timeZone)).join(' and ');
  return `${name} is busy ${times}${way > 0 ? `, with ${way} minutes on the way` : ''}.`;
}
