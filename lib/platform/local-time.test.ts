import { describe, expect, it } from 'vitest';
import { localText, zonedToUtc } from './local-time.ts';

const pairs = [
  ['2026-11-21T08:20:00.000Z', 'Asia/Kathmandu', '2026-11-21T14:05'],
  ['2026-11-21T08:20:00.000Z', 'UTC', '2026-11-21T08:20'],
  ['2026-07-01T22:30:00.000Z', 'Europe/Berlin', '2026-07-02T00:30'],
  ['2026-12-31T23:30:00.000Z', 'Europe/Berlin', '2027-01-01T00:30'],
  ['2026-03-29T01:30:00.000Z', 'Europe/Berlin', '2026-03-29T03:30'],
] as const;

describe('moments in the time zone of the reader', () => {
  for (const [iso, zone, text] of pairs)
    it(`${iso} is ${text} in ${zone}, there and back`, () => {
      expect(localText(iso, zone)).toBe(text);
      expect(zonedToUtc(text, zone)).toBe(iso);
    });

  it('an incomplete date and time is invalid', () => {
    expect(zonedToUtc('', 'UTC')).toBeNull();
    expect(zonedToUtc('2026-11', 'UTC')).toBeNull();
    expect(localText('', 'UTC')).toBe('');
  });
});
