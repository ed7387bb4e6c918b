import { expect, test } from 'vitest';
import { isBlank, withoutInvisible } from './visible-text.ts';

test.each([
  ['Pay\u200bPal', 'PayPal'],
  ['soft\u00adhyphen', 'softhyphen'],
  ['filled \u3164\uffa0in', 'filled in'],
  ['half \ud83d of a pair', 'half  of a pair'],
  ['tag\u{e0041}ged', 'tagged'],
  ['\u200dbegins with a joiner', 'begins with a joiner'],
  ['many\u200d\u200d\u200djoiners', 'many\u200djoiners'],
  ['com\u034fbined', 'combined'],
  ['braille\u2800blank', 'brailleblank'],
])('ACC-12 · %j is read as %j', (given, text) => {
  expect(withoutInvisible(given)).toBe(text);
});

test.each([
  'Résumé – 보고서',
  '👩\u200d💻 🏳\ufe0f\u200d🌈 1\ufe0f\u20e3 👍🏽',
  'می\u200cخواهم',
  'ക്\u200d',
  '\u0627\u064e\u0644',
  '١٢\u0600',
])('ACC-12 · %j keeps what its letters and pictures need', (text) => {
  expect(withoutInvisible(text)).toBe(text);
  expect(isBlank(text)).toBe(false);
});

test('REC-5 · nothing to be seen is blank', () => {
  for (const text of [undefined, null, '', ' \t\n', '\u200b \u3164', '\ud800', '\u0000'])
    expect(isBlank(text)).toBe(true);
});
