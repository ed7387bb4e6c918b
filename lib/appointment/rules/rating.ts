import { type FreeWindow, visitsIn, type WindowSettings } from '#lib/diary/diary.ts';
import { MINUTE } from '#lib/diary/interval.ts';
import { travelTime } from '#lib/diary/rules/travel.ts';
import type { Task, Technician } from '#lib/diary/technician.ts';

/** The weights of the score's parts, relative to their sum. */
const weights = { travel: 30, earliness: 30, load: 20, knowsAccount: 10, spareSkills: 10 };
type Part = keyof typeof weights;
const parts = Object.keys(weights) as Part[];
const TOTAL = parts.reduce((sum, part) => sum + weights[part], 0);

/** Additional travel is capped at this. */
const MAX_TRAVEL = 60 * MINUTE;
/** A full day of work, to rate the technician's load. */
const FULL_DAY = 8 * 60 * MINUTE;
/** Visits this close in time count as the same day. */
const HALF_DAY = 12 * 60 * MINUTE;
/** Technicians with this many spare skills are better kept for other tasks. */
const MANY_SPARE = 4;

export interface Candidate {
  id: string;
  name: string;
  window: FreeWindow;
  /** From 0 to 1; `parts`: what each part adds, and the figure it is based on. */
  score: number;
  parts: { part: Part; adds: number; figure: number }[];
}

/** WO-16 · Rates a technician for this window; each part depends only on this technician's own figures. */
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
    travel: [Math.max(0, detour) / MINUTE, 1 - detour / MAX_TRAVEL],
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
