import { expect, test } from 'vitest';
import { readerLocale } from './reader-locale.ts';

const afternoon = new Date('2026-11-23T14:05:00Z');
const shown = (acceptLanguage: string | null) =>
  new Intl.DateTimeFormat(readerLocale('en', acceptLanguage), { timeStyle: 'short', timeZone: 'UTC' }).format(
    afternoon,
  );

test.each([
  ['en-GB,en;q=0.9', '14:05'],
  ['de', '14:05'],
  ['zh-Hant-TW,zh', '2:05 PM'],
  ['en-US,en;q=0.9', '2:05 PM'],
  ['en', '2:05 PM'],
  [null, '2:05 PM'],
  ['*', '2:05 PM'],
  ['x'.repeat(9_000), '2:05 PM'],
  ['en-GB-oed-u-hc-h99', '2:05 PM'],
])('times · a browser that says %s shows the afternoon as %s', (acceptLanguage, time) => {
  // The space before PM is a narrow one.
  expect(shown(acceptLanguage).replace(/\s/u, ' ')).toBe(time);
});
