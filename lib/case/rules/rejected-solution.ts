import type { Case } from '#lib/kinds/case/definition.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** CASE-11 · The parts of a solution. */
export type Solution = Pick<Case, 'resolutionCode' | 'cause' | 'resolutionNotes'>;

/** Text for comparison, ignoring spacing and case. */
const words = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();

const isSame = (one: Solution, other: Solution) =>
  (one.resolutionCode ?? '') === (other.resolutionCode ?? '') &&
  words(one.cause) === words(other.cause) &&
  words(one.resolutionNotes) === words(other.resolutionNotes);

/** CASE-7, CASE-11 · The customer has rejected a solution with this code, cause and notes. */
export function wasRejected(solution: Solution, rejected: readonly Solution[]): boolean {
  return rejected.some((each) => isSame(each, solution));
}

/** CASE-11 · A rejected solution cannot be proposed again unchanged. */
export function solutionIsNew(before: Case, after: Case, rejected: readonly Solution[]): Verdict {
  if (before.state === 'resolved' || after.state !== 'resolved') return yes;
  if (!wasRejected(after, rejected)) return yes;
  return no(
    'CASE-11',
    'The customer has rejected this solution: write in the resolution notes what is different now.',
    'resolutionNotes',
  );
}
