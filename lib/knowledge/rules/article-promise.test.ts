import { expect, test } from 'vitest';
import { articlePromise } from './article-promise.ts';

test('REL-19, SYNC-PRB-5 · notes are promised only where the rule writes them', () => {
  expect(articlePromise('PRB0040001', true)).toBe(
    'It is published at once and attached to PRB0040001; the work notes of its cases say so.',
  );
  expect(articlePromise('PRB0040001', false)).toBe(
    'It is published at once and attached to PRB0040001. Its cases are not notified: no rule for it is active.',
  );
});
