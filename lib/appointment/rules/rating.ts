import { type FreeWindow, visitsIn, type WindowSettings } from '#lib/diary/diary.ts';
import { MINUTE } from '#lib/diary/interval.ts';
import { travelTime } from '#lib/diary/rules/travel.ts';
import type { Task, Technician } from '#lib/diary/technician.ts';

/** What a part of the score weighs, of all of them together. */
const weights = { travel: 30, earliness: 30, load: 20, knowsAccount: 10, spareSkills: 10 };
type Part = keyof typeof weights;
const parts = Object.keys(weights) as Part[];
const TOTAL = parts.reduce((sum, part) => sum + weights[part], 0);

/** More additional driving than this counts as much as this. */
const MOST_TRAVEL = 60 * MINUTE;
/** A day's work, against which what somebody has that day is held. */
const FULL_DAY = 8 * 60 * MINUTE;
/** What is so near in time counts as the same day's. */
const HALF_DAY = 12 * 60 * MINUTE;
/** With so many skills more than the task asks for, somebody is better kept for another one. */
const MANY_SPARE = 4;

export interface Candidate {
  id: string;
  name: string;
  window: FreeWindow;
  /** From 0 to 1; what each part of it adds, and from which figure. */
  score: number;
  parts: { part: Part; adds: number; figure: number }[];
}

/** WO-16 · What speaks for a technician who comes in this window, each part by its own figure and nobody else's. */
export function rated(task: Task, technician: Technician, window: FreeWindow, { travel }: WindowSettings): Candidate {
  const { diary, id, name } = technician;
  const day = visitsIn(diary, { from: window.from - HALF_DAY, to: window.from + HALF_DAY });
  const previous = day.findLast(({ to }) => to <= window.from)?.site ?? diary.home;
  const next = day.find(({ from }) => from >= window.to)?.site ?? diary.home;
  const detour =
    travelTime(previous, task.site, travel) + travelTime(task.site, next, travel) - travelTime(previous, next, travel);
  const booked = day.reduce((sum, { from, to }) => sum + to - from, 0);
  const span = Math.max(1, task.within.to - task.within.from);
  const spare = technician.skills.length - task.skills.length;
  const knows = task.accountId !== null && technician.accountIds.includes(task.accountId);
  const figures: Record<Part, [figure: number, rating: number]> = {
    travel: [Math.max(0, detour) / MINUTE, 1 - detour / MOST_TRAVEL],
    earliness: [(window.from - task.within.from) / MINUTE, 1 - (window.from - task.within.from) / span],
    load: [booked / MINUTE, 1 - booked / FULL_DAY],
    knowsAccount: [Number(knows), Number(knows)],
    spareSkills: [spare, 1 - spare / MANY_SPARE],
  };
  const added = parts.map((part) => {
    const [figure, rating] = figures[part];
    return { part, figure, adds: (Math.min(1, Math.max(0, rating)) * weights[part]) / TOTAL };
  });
  return { id, name, window, parts: added, score: added.reduce((sum, { adds }) => sum + adds, 0) };
}
