import { expect, test } from 'vitest';
import { doingAffectsMessage } from '#lib/record-page/rules/doing-affects-message.ts';
import { leftOpenMessage, unansweredMessage } from '#lib/record-page/rules/left-open-message.ts';
import { commentAffectsMessage, updatedCasesMessage } from './updated-cases-message.ts';

test.each([
  [0, ''],
  [1, '1 case updated.'],
  [10_000, '10,000 cases updated.'],
])('SYNC-3 · %d cases updated: "%s"', (count, said) => {
  expect(updatedCasesMessage(count)).toBe(said);
});

test('SYNC-3 · the number is shown before saving', () => {
  expect(doingAffectsMessage('Saving', { count: 1, resolved: 0, notified: 0 })).toBe('Saving updates 1 case.');
  expect(doingAffectsMessage('Cancelling', { count: 2, resolved: 0, notified: 0 })).toBe('Cancelling updates 2 cases.');
  expect(doingAffectsMessage('Your answer', { count: 0, resolved: 0, notified: 0 })).toBe('');
  expect(commentAffectsMessage(2)).toBe('Also posted as a work note on 2 cases.');
});

test('SYNC-3, SYNC-INC-5 · and the number of proactive ones that are resolved', () => {
  const said = (count: number, resolved: number, notified: number) =>
    doingAffectsMessage('Saving', { count, resolved, notified });
  expect(said(1, 1, 1)).toBe('Saving updates 1 case: 1 proactive one is resolved; 1 customer is notified.');
  expect(said(1_200, 1_000, 1_000)).toBe(
    'Saving updates 1,200 cases: 1,000 proactive ones are resolved; 1,000 customers are notified.',
  );
  expect(said(3, 3, 2)).toBe('Saving updates 3 cases: 3 proactive ones are resolved; 2 customers are notified.');
  expect(said(1, 1, 0)).toBe('Saving updates 1 case: 1 proactive one is resolved; no customer is notified.');
});

test.each([
  [{ majorCases: 0, firstMajorCase: null, children: 0 }, ''],
  [{ majorCases: 1, firstMajorCase: 'CS1', children: 0 }, 'Major case CS1 stays open.'],
  [{ majorCases: 1, firstMajorCase: 'CS1', children: 5 }, 'Major case CS1 and its 5 child cases stay open.'],
  [{ majorCases: 2, firstMajorCase: 'CS1', children: 0 }, '2 major cases stay open.'],
  [{ majorCases: 2, firstMajorCase: 'CS1', children: 1 }, '2 major cases and their 1 child case stay open.'],
])('SYNC-3 · and which stay open: %o', (left, said) => {
  expect(leftOpenMessage(left)).toBe(said);
});

test.each([
  [0, ''],
  [1, '1 customer reply is unanswered.'],
  [2, '2 customer replies are unanswered.'],
])('SYNC-3, NOT-8 · and how many customers wait: %d', (count, said) => {
  expect(unansweredMessage(count)).toBe(said);
});
