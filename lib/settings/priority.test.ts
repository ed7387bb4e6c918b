import { describe, expect, it } from 'vitest';
import { defaultLookup, pairFor, priorityFor } from './priority.ts';

const rows = defaultLookup.map((row) => ({ ...row, active: true }));

describe('the priority data lookup', () => {
  it.each([
    [1, 1, 1],
    [2, 1, 2],
    [3, 2, 2],
    [4, 2, 3],
    [5, 3, 3],
  ])('ADM-3, REL-6 · priority %i results from impact %i and urgency %i', (priority, impact, urgency) => {
    expect(pairFor(rows, priority)).toEqual({ impact, urgency });
  });

  it('REL-6 · the lowest order wins, in any order of the rows', () => {
    expect(pairFor([...rows].reverse(), 3)).toEqual({ impact: 2, urgency: 2 });
    const raised = rows.map((row) => (row.impact === 3 && row.urgency === 1 ? { ...row, order: 1 } : row));
    expect(pairFor(raised, 3)).toEqual({ impact: 3, urgency: 1 });
  });

  it('REL-6, INC-4 · an inactive row counts in neither direction', () => {
    const without = rows.map((row) => (row.priority === 5 ? { ...row, active: false } : row));
    expect(pairFor(without, 5)).toBeNull();
    expect(priorityFor(without, 3, 3)).toBeNull();
  });

  it('ADM-3 · every pair has one row', () => {
    const pairs = rows.map(({ impact, urgency }) => `${impact}${urgency}`);
    expect(new Set(pairs).size).toBe(9);
  });
});
