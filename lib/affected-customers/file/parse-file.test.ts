import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import { spreadsheetText } from '#lib/external/spreadsheet-text.ts';
import { parseFile } from './parse-file.ts';

const said = async (bytes: Uint8Array) => (await parseFile('accounts', spreadsheetText(bytes))).map((row) => row.said);

const rows = ['Name;City', 'Boxeo;Köln', 'Nordwind;Bremen', 'Sportlight;Münster'];
const umlauts = ['Name,City', 'Müller & Söhne,Köln', 'Boxeo,Köln'];
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');

it.each([
  ['semicolons', Buffer.from(rows.join('\r\n')), ['Boxeo', 'Nordwind', 'Sportlight']],
  ['sep=', Buffer.from(['sep=;', ...rows].join('\r\n')), ['Boxeo', 'Nordwind', 'Sportlight']],
  ['Windows-1252', Buffer.from(umlauts.join('\r\n'), 'latin1'), ['Müller & Söhne', 'Boxeo']],
  ['decomposed umlauts', Buffer.from(umlauts.join('\r\n').normalize('NFD')), ['Müller & Söhne', 'Boxeo']],
  ['tabs', Buffer.from(rows.join('\n').replaceAll(';', '\t')), ['Boxeo', 'Nordwind', 'Sportlight']],
  ['UTF-16 and tabs', utf16(rows.join('\r\n').replaceAll(';', '\t')), ['Boxeo', 'Nordwind', 'Sportlight']],
  ['no-break spaces', Buffer.from('Name\u00A0\r\n\u00A0Müller\u00A0&\u202FSöhne\u00A0\r\n'), ['Müller & Söhne']],
  ['lines that end as on old Macs', Buffer.from('Name;City\rBoxeo;Köln\rFunco;Bonn'), ['Boxeo', 'Funco']],
])('MAJ-5 · a list with %s: every row is found', async (_how, bytes, names) => {
  expect(await said(bytes)).toEqual(names);
});

it('MAJ-5, Q-19 · a file with too many rows is refused, and reading it blocks no other work', async () => {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await expect(parseFile('accounts', 'a\n'.repeat(199_900))).rejects.toMatchObject({ rule: 'MAJ-5', field: 'text' });
  expect(await parseFile('accounts', 'a\n'.repeat(100_000))).toHaveLength(100_000);
  delay.disable();
  expect(delay.max / 1e6).toBeLessThan(200);
});
