import { expect, test } from 'vitest';
import { ChangeBatch } from './change-batch.ts';

test('Q-12 · changes in quick succession are told once per record and once per fan-out', () => {
  const batch = new ChangeBatch();
  const theCase = { kind: 'case', id: 'c' } as const;
  const incident = { kind: 'incident', id: 'i' } as const;
  batch.add({ type: 'change', changed: [theCase, incident], reached: [{ kind: 'case', count: 3, through: 'i' }] });
  batch.add({ type: 'change', changed: [incident], reached: [{ kind: 'case', count: 5, through: 'i' }] });
  expect(batch.take()).toEqual({
    changed: [theCase, incident],
    reached: [{ kind: 'case', count: 5, through: 'i' }],
  });
  expect(batch.take()).toEqual({ changed: [], reached: [] });
});
