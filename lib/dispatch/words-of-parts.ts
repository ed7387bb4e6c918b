import type { Candidate } from '#lib/appointment/rules/rating.ts';
import { hoursAndMinutes } from './words-of-time.ts';

type Part = Candidate['parts'][number];

/** Explains a part of a score. */
const says: Readonly<Record<Part['part'], (figure: number, begins: string) => string>> = {
  travel: (minutes) => (minutes === 0 ? 'no further way' : `${Math.round(minutes)} minutes further on the way`),
  earliness: (_, begins) => `begins at ${begins}`,
  load: (minutes) => (minutes === 0 ? 'nothing else that day' : `${hoursAndMinutes(minutes)} of other visits that day`),
  knowsAccount: (knows) => (knows > 0 ? 'has worked for this account' : 'is new to this account'),
  spareSkills: (spare) =>
    spare > 0 ? `${spare} more ${spare === 1 ? 'skill' : 'skills'} than asked for` : 'no skill too many',
};

/** WO-16 · Explains each part of a score with its points; `begins` is the start of the visit. */
export const wordsOfParts = (parts: Candidate['parts'], begins: string): string[] =>
  parts.map(({ part, adds, figure }) => `${says[part](figure, begins)} (+${Math.round(adds * 100)})`);
