import { expect, test } from 'vitest';
import { wordsIn } from '#lib/words/words.ts';
import { dateTime, dateTimeInZone, type PortalReader, timeOfDay } from './reader.ts';

const AT = '2026-11-25T08:05:00Z';
const readerOf = (locale: string): PortalReader => ({ say: wordsIn('en'), locale, timeZone: 'UTC' });
const all = (locale: string) => [dateTime, dateTimeInZone, timeOfDay].map((format) => format(AT, readerOf(locale)));

test('POR-22 · a time is written in one way, with its zone and without', () => {
  expect(all('en-GB')).toEqual(['25 Nov 2026, 08:05', '25 Nov 2026, 08:05 UTC', '08:05']);
  expect(all('en-US')).toEqual(['Nov 25, 2026, 8:05 AM', 'Nov 25, 2026, 8:05 AM UTC', '8:05 AM']);
});
