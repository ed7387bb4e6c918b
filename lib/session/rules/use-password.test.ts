import { expect, test } from 'vitest';
import { yes } from '#lib/platform/verdict.ts';
import { mayUsePassword } from './use-password.ts';

const email = 'ava.agent@example.test';

test.each(['twelve chars', 'x'.repeat(200)])('ACC-3 · %s is a password', (password) => {
  expect(mayUsePassword({ password, email })).toBe(yes);
});

test.each([
  ['eleven char', 'at least 12'],
  ['x'.repeat(201), 'at most 200'],
  ['my ava.agent@EXAMPLE.test', 'email address'],
])('ACC-3 · %s is refused in words', (password, words) => {
  const because = expect.stringContaining(words);
  expect(mayUsePassword({ password, email })).toEqual({ ok: false, rule: 'ACC-3', field: 'password', because });
});
