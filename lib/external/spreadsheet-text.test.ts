import { expect, it } from 'vitest';
import { spreadsheetText } from './spreadsheet-text.ts';

const TEXT = 'Name\r\nMüller & Söhne\r\nBoxeo';
const utf16 = (text: string, mark: string) => Buffer.from(mark + text, 'utf16le');

it.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
  ['Windows-1252', Buffer.from(TEXT, 'latin1')],
  ['UTF-16 with a byte order mark', utf16(TEXT, '\uFEFF')],
  ['UTF-16 without one', utf16(TEXT, '')],
  ['UTF-16 with the high byte first', utf16(TEXT, '\uFEFF').swap16()],
  ['UTF-16 with the high byte first and no mark', utf16(TEXT, '').swap16()],
])('MAJ-5 · a file in %s is read back as written', (_encoding, bytes) => {
  expect(spreadsheetText(bytes)).toBe(TEXT);
});

it.each([
  ['nothing', [], ''],
  ['one byte', [0x61], 'a'],
  ['half a character', [0x4d, 0xfc], 'Mü'],
  ['the euro sign and quotes of Windows', [0x80, 0x93, 0x94], '€“”'],
  ['Korean', [...Buffer.from('박스오')], '박스오'],
])('MAJ-5 · %s is read, too', (_what, bytes, text) => {
  expect(spreadsheetText(Uint8Array.from(bytes))).toBe(text);
});
