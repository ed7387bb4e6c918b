import { describe, expect, test } from 'vitest';
import { type Answers, questions, recommend } from './recommend.ts';

const table: readonly [Answers, string | null][] = [
  [{ affected: null, service: null, about: null }, null],
  [{ affected: 'customer', service: null, about: 'yes' }, null],
  [{ affected: null, service: 'down', about: 'no' }, null],
  [{ affected: 'customer', service: 'fine', about: null }, null],
  [{ affected: 'own', service: 'down', about: null }, 'incident'],
  [{ affected: 'own', service: 'down', about: 'yes' }, 'incident'],
  [{ affected: 'own', service: 'fine', about: 'no' }, 'incident'],
  [{ affected: 'customer', service: 'down', about: null }, 'case-with-incident'],
  [{ affected: 'customer', service: 'down', about: 'no' }, 'case-with-incident'],
  [{ affected: 'customer', service: 'down', about: 'yes' }, 'case'],
  [{ affected: 'customer', service: 'fine', about: 'yes' }, 'case'],
  [{ affected: 'customer', service: 'fine', about: 'no' }, 'case'],
];

describe('Case or incident?', () => {
  test.each(table)('%j recommends %s', (answers, what) => {
    expect(recommend(answers)?.what ?? null).toBe(what);
  });

  test('any three answers give a recommendation, with a one-sentence reason', () => {
    const [affected, service, about] = questions;
    for (const who of affected.options)
      for (const how of service.options)
        for (const what of about.options) {
          const answer = recommend({ affected: who.value, service: how.value, about: what.value });
          expect(answer?.because).toMatch(/^[A-Z][^.]+\.$/);
        }
  });
});
