import type { WindowSettings } from '#lib/diary/diary.ts';
import { freeWindows } from '#lib/diary/rules/free-windows.ts';
import type { Task, Technician } from '#lib/diary/technician.ts';
import { type Candidate, rated } from './rating.ts';

export interface LeftOut {
  id: string;
  name: string;
  because: string;
}

/**
 * WO-16 · Candidates for a task, best first, each with their best window; and who is left out, with the reason. A score depends
 * on no other technician, so it does not change when one is added.
 */
export function scoreTechnicians(task: Task, technicians: readonly Technician[], settings: WindowSettings) {
  const candidates: Candidate[] = [];
  const leftOut: LeftOut[] = [];
  for (const technician of technicians) {
    const { id, name } = technician;
    const because = unfit(task, technician);
    const best = because === null ? bestOf(task, technician, settings) : null;
    if (best) candidates.push(best);
    else leftOut.push({ id, name, because: because ?? `Has no gap of ${task.minutes} minutes, including travel.` });
  }
  candidates.sort((a, b) => b.score - a.score || a.window.from - b.window.from || a.name.localeCompare(b.name));
  return { candidates, leftOut };
}

/** The first requirement that the technician does not meet, as a sentence; null if all are met. */
function unfit(task: Task, { active, groupIds, skills, regionId }: Technician): string | null {
  if (!active) return 'Is not active.';
  if (task.groupId !== null && !groupIds.includes(task.groupId)) return 'Is not in the group of the task.';
  const lacking = task.skills.filter((skill) => !skills.includes(skill));
  if (lacking.length > 0) return `Lacks ${lacking.join(', ')}.`;
  if (task.regionId !== null && regionId !== null && task.regionId !== regionId) return 'Works in another region.';
  return null;
}

function bestOf(task: Task, technician: Technician, settings: WindowSettings): Candidate | null {
  let best: Candidate | null = null;
  for (const window of freeWindows(technician.diary, task, settings)) {
    const candidate = rated(task, technician, window, settings);
    if (best === null || candidate.score > best.score) best = candidate;
  }
  return best;
}
