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
  ['a head \u{1d159}without a note', 'a head without a note'],
  ['the place \ufffcof an object', 'the place of an object'],
  ['no character\ufdd0\u{1ffff}', 'no character'],
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
])('ACC-12 · %j keeps the invisible characters that its letters and pictures need', (text) => {
  expect(withoutInvisible(text)).toBe(text);
  expect(isBlank(text)).toBe(false);
});

test('REC-5 · nothing to be seen is blank', () => {
  for (const text of [undefined, null, '', ' \t\n', '\u200b \u3164', '\ud800', '\u0000'])
    expect(isBlank(text)).toBe(true);
});

test.each([
  ['a head without a note', '\u{1d159}'],
  ['the place of an object', '\ufffc'],
  ['what is no character', '\ufdd0\ufffe\u{10ffff}'],
  ['a filler between letters', '\u{16fe4}'],
  ['a joiner of numbers', '\u{1107f}'],
  ['what arranges hieroglyphs', '\u{13430}'],
  ['marks without a letter', '\u0301 \u20e3'],
  ['a selector', '\u{e0100}\ufe0f'],
])('ACC-12 · %s alone is blank', (_what, text) => {
  expect(isBlank(text)).toBe(true);
});

test('ACC-12 · every invisible Unicode character is blank, and every letter, digit and picture is not', () => {
  const all = Array.from({ length: 0x110000 }, (_, point) => String.fromCodePoint(point));
  const nothing = all.filter((sign) => /[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{C}]/u.test(sign));
  expect(nothing.filter((sign) => !/[\p{Cn}\p{Co}]/u.test(sign) && !isBlank(sign))).toEqual([]);
  const shown = all.filter((sign) => /[\p{L}\p{N}\p{P}\p{Emoji_Presentation}]/u.test(sign));
  expect(shown.filter(isBlank)).toEqual(['\u115f', '\u1160', '\u3164', '\uffa0']);
});
