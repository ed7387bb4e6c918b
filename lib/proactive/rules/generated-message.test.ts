import { expect, test } from 'vitest';
import { generatedAnswer, generatedMessage } from './generated-message.ts';

const cases = Array.from({ length: 43 }, (_, n) => ({ number: `CS000${1001 + n}` }));
const majorCase = { number: 'CS0002000' };

test('PRO-1 · the message on screen names three cases, counts the others, and links to the major case', () => {
  expect(generatedAnswer({ cases, majorCase })).toEqual({
    message:
      'Generated 43 proactive cases (CS0001001, CS0001002, CS0001003 and 40 more), children of major case CS0002000.',
    link: { href: '/workspace/cases/CS0002000', label: 'CS0002000' },
  });
});

test('PRO-1 · and to the only case; several without a major case have no one place', () => {
  expect(generatedAnswer({ cases: cases.slice(0, 1), majorCase: null })).toEqual({
    message: 'Generated 1 proactive case (CS0001001).',
    link: { href: '/workspace/cases/CS0001001', label: 'CS0001001' },
  });
  expect(generatedAnswer({ cases: cases.slice(0, 2), majorCase: null })).toEqual({
    message: 'Generated 2 proactive cases (CS0001001, CS0001002).',
  });
});

test('PRO-1 · the journal names twenty', () => {
  expect(generatedMessage({ cases, majorCase: null })).toMatch(/, CS0001020 and 23 more\)\.$/);
});
