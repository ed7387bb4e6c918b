import { expect, test } from 'vitest';
import { isCommonPassword } from './common-password.ts';

test.each([
  // The list.
  'unbelievable',
  '1qaz2wsx3edc',
  'Philadelphia',
  // Runs and repetitions.
  '123456789012',
  '098765432109',
  'abcdefghijklm',
  'qwertyuiopas',
  'xxxxxxxxxxxx',
  'abababababababa',
  'x1y2x1y2x1y2',
  // A common word, repeated or with digits and signs.
  'passwordpassword',
  'Password1234',
  '2026!password!2026',
  'p4$$w0rd2026!',
  'dragon-dragon-dragon',
  'casebridge2026',
  'ＰＡＳＳＷＯＲＤ1234',
])('ACC-11 · %s is common', (password) => {
  expect(isCommonPassword(password)).toBe(true);
});

test.each([
  'correct horse battery staple',
  'another fine password',
  'twelve chars',
  '582930174662',
  'mG7#pQ2x9!Lz',
  '열두글자가넘는비밀번호하나',
])('ACC-11 · %s is not', (password) => {
  expect(isCommonPassword(password)).toBe(false);
});

test('ACC-11 · a name with digits is common where it is one’s own', () => {
  expect(isCommonPassword('ava.agent1234')).toBe(false);
  expect(isCommonPassword('ava.agent1234', ['ava.agent'])).toBe(true);
});
