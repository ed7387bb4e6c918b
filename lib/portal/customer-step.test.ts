import { expect, it } from 'vitest';
import { wordsIn } from '#lib/words/words.ts';
import { stepOf } from './customer-step.ts';
import { requestProgress } from './record-words.ts';

it.each([
  ['new', null, 'received'],
  ['open', null, 'work'],
  ['open', 'requested', 'received'],
  ['new', 'approved', 'work'],
  ['new', 'closed_complete', 'work'],
  ['resolved', 'approved', 'answer'],
  ['closed', 'approved', 'done'],
] as const)('POR-22 · a case that is %s with a request that is %s is %s', (state, request, step) => {
  expect(stepOf(state, request)).toBe(step);
});

it.each([
  ['requested', 'Waiting for approval'],
  ['approved', 'In progress'],
  ['closed_rejected', 'Not approved'],
])('POR-22 · a request that is %s reads %s', (state, words) => {
  expect(requestProgress(state, wordsIn('en'))).toBe(words);
});
