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
  // Several common words in any order, and well-known sentences.
  'password-admin',
  'admin.password.2026',
  'Welcome-Password!',
  'summer-winter-2026',
  'monkeydragonmonkey',
  'correcthorsebatterystaple',
  'Correct Horse Battery Staple',
  'batterystaple-correcthorse',
  'thequickbrownfox',
  'The quick brown fox!',
  'nimda-drowssap',
  // Repetitions of a text that is too short.
  'trustno1trustno1',
  'trustno1-trustno1',
  'Trustno1 trustno1!',
  'mG7#pQ2mG7#pQ2',
  // Parts of key rows, also with the signs on these keys.
  '111222333444',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./zx',
  '!@#$%^&*()_+',
  'qwerty-uiop-asdf',
  '1qaz!QAZ2wsx@WSX',
  '1234-5678-9012',
  '111-222-333-444',
  'abcdef123456',
])('ACC-11 · %s is common', (password) => {
  expect(isCommonPassword(password)).toBe(true);
});

test.each([
  'another fine password',
  'twelve chars',
  'green lamp on the table',
  'my cat eats fish at noon',
  'Sommerregen im August',
  'summer coffee dragon purple winter guitar',
  'a password of my own',
  '582930174662',
  'mG7#pQ2x9!Lz',
  '😀🎈🚀🌍🐳🍀🦊🌙🍉🎻🧭🪁',
  '?/=%-&;+(:.!',
  '열두글자가넘는비밀번호하나',
])('ACC-11 · %s is not', (password) => {
  expect(isCommonPassword(password)).toBe(false);
});

test('ACC-11 · a name with digits is common where it is one’s own', () => {
  expect(isCommonPassword('ava.agent1234')).toBe(false);
  expect(isCommonPassword('ava.agent1234', ['ava.agent'])).toBe(true);
  expect(isCommonPassword('Agent_Ava-desk', ['ava.agent', 'desk.example'])).toBe(true);
});

test('ACC-11 · the longest password is checked quickly', () => {
  const before = process.threadCpuUsage();
  for (const unit of ['x', 'qwerty', 'aB3$', 'dragonpassword'])
    isCommonPassword(unit.repeat(200).slice(0, 200), ['ava']);
  expect(process.threadCpuUsage(before).user).toBeLessThan(400_000);
});
