import { expect, it } from 'vitest';
import { boundsOf } from './day.ts';

it('WO-18 · a day has its length in the technician’s time zone', () => {
  const { from, to, before, after } = boundsOf('2026-10-25', 'Europe/Berlin');
  expect([from.toISOString(), to.toISOString()]).toEqual(['2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
  expect([before, after]).toEqual(['2026-10-24', '2026-10-26']);
});
