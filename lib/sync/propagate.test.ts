import { expect, test } from 'vitest';
import type { Effect } from './plan.ts';
import { effectsByRecord } from './propagate.ts';

test('SYNC-2 · the lines of rules in a record keep the order of the rules, whatever order the database returns', () => {
  const effect = (rule: string): Effect => ({
    target: { to: 'proactive cases' },
    sourceId: 'source',
    sourceEntryId: null,
    notes: [{ rule, line: rule }],
    comments: [],
    fields: [],
    links: [],
    moves: [{ rule, state: 'resolved' }],
  });
  const effects = [effect('first'), effect('second'), effect('third')];
  const pairs = [2, 0, 1].map((n) => ({ id: 'case', n }));
  const reaching = effectsByRecord(effects, pairs).get('case')?.get('case') ?? [];
  expect(reaching.map(({ notes }) => notes[0]?.rule)).toEqual(['first', 'second', 'third']);
});
