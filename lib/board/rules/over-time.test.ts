import { expect, it } from 'vitest';
import { childrenOverTime } from './over-time.ts';

const [from, to] = [new Date('2026-11-20T10:00:00Z'), new Date('2026-11-20T12:00:00Z')];

it('MAJ-9 · a record stays counted in a state until it leaves it', () => {
  const moves = [
    { step: 1, state: 'new', count: 5 },
    { step: 3, state: 'new', count: -2 },
    { step: 3, state: 'resolved', count: 2 },
    { step: 3, state: 'open', count: 1 },
  ] as const;
  const steps = childrenOverTime(moves, { from, to, steps: 4 });
  expect(steps.map(({ at, counts }) => [at.slice(11, 16), counts.new, counts.open, counts.resolved])).toEqual([
    ['10:30', 5, 0, 0],
    ['11:00', 5, 0, 0],
    ['11:30', 3, 1, 2],
    ['12:00', 3, 1, 2],
  ]);
});

it('MAJ-9 · nothing that has moved is nothing at every time', () => {
  const steps = childrenOverTime([], { from, to, steps: 2 });
  expect(steps.flatMap(({ counts }) => Object.values(counts)).every((count) => count === 0)).toBe(true);
});
