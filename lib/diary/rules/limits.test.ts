import { describe, expect, it } from 'vitest';
import { withinLimit } from './limits.ts';

const limits = { book: 4, move: 24, cancel: 1 };
const now = new Date('2026-10-24T12:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

describe('until when a window may be changed', () => {
  it.each([
    ['book', 4, true],
    ['book', 3.99, false],
    ['book', 366 * 24, true],
    ['book', 367 * 24, false],
    ['move', 24, true],
    ['move', 23.99, false],
    ['cancel', 0.5, false],
    ['cancel', 1, true],
  ] as const)('WO-13 · %s, %d hours before it begins: %s', (what, hours, ok) => {
    expect(withinLimit(what, limits, { begins: inHours(hours), now }).ok).toBe(ok);
  });

  it('WO-13 · the hours are elapsed ones: a day of 25 hours does not move the limit', () => {
    // Berlin's clocks go back during the night, so 14:00 is 25 hours after 14:00 of the day before.
    const begins = new Date('2026-10-25T14:00+01:00');
    expect(withinLimit('move', limits, { begins, now: new Date('2026-10-24T14:30+02:00') }).ok).toBe(true);
    expect(withinLimit('move', limits, { begins, now: new Date('2026-10-24T15:30+02:00') }).ok).toBe(false);
  });

  it('WO-13 · staff may pass it with a reason, also to move or cancel a missed visit; a past window cannot be booked', () => {
    expect(withinLimit('move', limits, { begins: inHours(1), now, staffReason: ' ' })).toMatchObject({
      field: 'reason',
    });
    expect(withinLimit('move', limits, { begins: inHours(1), now, staffReason: 'The road is closed.' }).ok).toBe(true);
    for (const what of ['move', 'cancel'] as const) {
      expect(withinLimit(what, limits, { begins: now, now, staffReason: 'Nobody was there.' }).ok).toBe(true);
      expect(withinLimit(what, limits, { begins: now, now, staffReason: '' })).toMatchObject({ field: 'reason' });
      expect(withinLimit(what, limits, { begins: now, now }).ok).toBe(false);
    }
    expect(withinLimit('book', limits, { begins: now, now, staffReason: 'Late.' }).ok).toBe(false);
  });
});
