import { describe, expect, it } from 'vitest';
import { type Solution, wasRejected } from './rejected-solution.ts';

const rejected: Solution = { resolutionCode: 'fixed_by_support', cause: 'A cable', resolutionNotes: 'Cable replaced.' };

describe('a solution', () => {
  it.each<[string, Partial<Solution>, boolean]>([
    ['that is the same', {}, true],
    ['that differs in blanks and capitals', { cause: ' a  CABLE', resolutionNotes: 'cable  replaced. ' }, true],
    ['with other notes', { resolutionNotes: 'Printer replaced.' }, false],
    ['with another code', { resolutionCode: 'workaround_provided' }, false],
    ['with another cause', { cause: 'A mouse' }, false],
    ['without its code', { resolutionCode: null }, false],
  ])('CASE-11 · one %s', (_what, values, was) => {
    expect(wasRejected({ ...rejected, ...values }, [rejected])).toBe(was);
  });

  it('CASE-11 · one is new while nothing was rejected', () => expect(wasRejected(rejected, [])).toBe(false));
});
