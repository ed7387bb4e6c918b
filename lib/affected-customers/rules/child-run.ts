import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { type CustomerSort, counted, sortWords } from '../customer-sort.ts';

export type ChildRunState = 'running' | 'stopped' | 'done';

/** MAJ-5 · New cases need a comment to their customers. */
export function newCasesHaveComment(comment: string): Verdict {
  return isBlank(comment) ? no('MAJ-5', 'Write what the customers read in their new cases.', 'comment') : yes;
}

/** MAJ-5 · Only one run at a time creates the cases of a list. */
export function noRunExists(state: ChildRunState | null): Verdict {
  if (state === 'running') return no('MAJ-5', 'Child cases are being created from this list already.');
  if (state === 'stopped') return no('MAJ-5', 'Creating child cases was stopped: resume it first.');
  return yes;
}

/** MAJ-5 · At least one customer on the list has no case yet. */
export function someCustomersHaveNoCase(waiting: number, all: number, of: CustomerSort): Verdict {
  if (waiting > 0) return yes;
  if (all > 0) return no('MAJ-5', `All ${counted(all, of)} of this list have a child case already.`);
  return no('MAJ-5', `There are no ${sortWords[of].many} on this list yet.`);
}

export function mayStopRun(state: ChildRunState | null): Verdict {
  return state === 'running' ? yes : no('MAJ-5', 'No child cases are being created from this list.');
}

export function mayResumeRun(state: ChildRunState | null): Verdict {
  return state === 'stopped' ? yes : no('MAJ-5', 'Creating child cases was not stopped.');
}
