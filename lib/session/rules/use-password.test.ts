import { expect, test } from 'vitest';
import { yes } from '#lib/platform/verdict.ts';
import { sayIn } from '#lib/words/words.ts';
import { mayUsePassword } from './use-password.ts';

const email = 'ava.agent@example.test';
const current = 'my password so far';

test.each(['twelve chars', 'a fairly long one '.repeat(11)])('ACC-11 · %s is a password', (password) => {
  expect(mayUsePassword({ password, email, current })).toBe(yes);
});

test.each([
  ['eleven char', 'at least 12'],
  ['😀🎈🚀🌍🐳🍀', 'at least 12'],
  ['x'.repeat(201), 'at most 200'],
  ['my ava.agent@EXAMPLE.test', 'email address'],
  ['Ava.Agent.2026', 'easy to guess'],
  ['casebridge-demo', 'demonstration'],
  ['Casebridge-Demo', 'demonstration'],
  ['CASEBRIDGE_DEMO', 'demonstration'],
  ['casebridge-demo1', 'demonstration'],
  ['2026 casebridge demo!', 'demonstration'],
  ['casebridge.demo.demo', 'demonstration'],
  ['demo-casebridge', 'demonstration'],
  ['c4sebridge-d3mo', 'demonstration'],
  ['CaseBridgeDemo2026', 'demonstration'],
  ['ava.agent@casebridge', 'email address'],
  ['Ava.Agent@example', 'email address'],
  ['agent.ava.example', 'easy to guess'],
  ['password1234', 'easy to guess'],
  ['my password so far', 'current one'],
])('ACC-11 · %s is refused in words, in Korean too', (password, words) => {
  const because = expect.stringContaining(words);
  const refused = { ok: false, rule: 'ACC-11', field: 'password', because };
  const verdict = mayUsePassword({ password, email, current });
  expect(verdict).toMatchObject(refused);
  if (verdict.ok || !verdict.said) throw new Error('It has words.');
  expect(sayIn('ko', verdict.said)).toMatch(/[가-힣]/);
});

test('ACC-11 · the refusal is shown beside the named field', () => {
  expect(mayUsePassword({ password: 'short', email: null, field: 'newPassword' })).toMatchObject({
    field: 'newPassword',
  });
});
