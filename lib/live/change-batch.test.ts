import { expect, test } from 'vitest';
import { ChangeBatch } from './change-batch.ts';

test('changes in quick succession are sent once per record', () => {
  const batch = new ChangeBatch();
  const theCase = { kind: 'case', id: 'c' } as const;
  const incident = { kind: 'incident', id: 'i' } as const;
  batch.add({ type: 'change', changed: [theCase, incident], beside: ['p'] });
  batch.add({ type: 'change', changed: [incident], beside: ['p'] });
  expect(batch.take()).toEqual({ changed: [theCase, incident], beside: ['p'] });
  expect(batch.take()).toEqual({ changed: [], beside: [] });
});
