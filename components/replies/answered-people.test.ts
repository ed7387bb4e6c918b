import { expect, it } from 'vitest';
import { answeredPeople } from './answered-people.ts';

const reply = (by: string, caseNumber: string, account = '') => ({ by, caseNumber, account });

it('NOT-8 · a bulk answer lists its recipients, each person once', () => {
  expect(answeredPeople([reply('Cora', 'CS1', 'Boxeo'), reply('Cora', 'CS1', 'Boxeo')])).toBe('Cora (Boxeo)');
  const many = ['A', 'B', 'C', 'D', 'E'].map((name, at) => reply(name, `CS${at}`));
  expect(answeredPeople(many)).toBe('A, B, C, 2 more');
});
