import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { Case } from '../definition.ts';

/** Words without regard to blanks and capital letters. */
const words = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** CASE-7, CASE-11 · The customer has rejected a solution with these notes, which is all that the customer reads of one. */
export function wasRejected(notes: string, rejected: readonly string[]): boolean {
  return rejected.some((each) => words(each) === words(notes));
}

/** CASE-11 · A solution that was rejected is not proposed again unchanged. */
export function solutionIsNew(before: Case, after: Case, rejected: readonly string[]): Verdict {
  if (before.state === 'resolved' || after.state !== 'resolved') return yes;
  if (!wasRejected(after.resolutionNotes, rejected)) return yes;
  return no(
    'CASE-11',
    'The customer has rejected a solution with these resolution notes: write what is different now.',
    'resolutionNotes',
  );
}
