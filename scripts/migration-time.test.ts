import { expect, it } from 'vitest';
import { migrationTime } from './migration-time.ts';

const now = new Date('2026-11-25T21:20:23Z');

it.each([
  ['the time, if it is the first', [], '20261125212023'],
  ['the time, if all others are older', ['20261124090000_first', 'migration_lock.toml'], '20261125212023'],
  [
    'the number after the last one, if a clock was ahead',
    ['20261126530001_names', '20261126500030_first'],
    '20261126530002',
  ],
])('a migration begins with %s', (_what, existing, time) => {
  expect(migrationTime(existing, now)).toBe(time);
});
