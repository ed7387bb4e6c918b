import { expect, test } from 'vitest';
import { readerLocale } from './reader-locale.ts';

const afternoon = new Date('2026-11-23T14:05:00Z');
const shown = (acceptLanguage: string | null) =>
  new Intl.DateTimeFormat(readerLocale('en', acceptLanguage), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(afternoon);

test.each([
  ['en-GB,en;q=0.9', '23 Nov 2026, 14:05'],
  ['de-DE,de;q=0.9', '23 Nov 2026, 14:05'],
  ['de', '23 Nov 2026, 14:05'],
  ['en-AU', '23 Nov 2026, 2:05 pm'],
  ['zh-Hant-TW,zh', 'Nov 23, 2026, 2:05 PM'],
  ['en-US,en;q=0.9', 'Nov 23, 2026, 2:05 PM'],
  ['en', 'Nov 23, 2026, 2:05 PM'],
  [null, 'Nov 23, 2026, 2:05 PM'],
  ['', 'Nov 23, 2026, 2:05 PM'],
  ['*', 'Nov 23, 2026, 2:05 PM'],
  ['xx-ZZ', 'Nov 23, 2026, 2:05 PM'],
  ['x'.repeat(9_000), 'Nov 23, 2026, 2:05 PM'],
  ['en-GB-oed-u-hc-h99', 'Nov 23, 2026, 2:05 PM'],
])('times · a browser with language %s shows the afternoon as %s', (acceptLanguage, time) => {
  // The space before PM is a narrow no-break space.
  expect(shown(acceptLanguage).replaceAll(/\s/gu, ' ')).toBe(time);
});

test('times · months and days have the language of the product, wherever the browser is', () => {
  expect(readerLocale('en', 'de-DE,de;q=0.9')).toBe('en-DE-u-hc-h23');
  expect(readerLocale('en', 'en-GB')).toBe('en-GB-u-hc-h23');
});
