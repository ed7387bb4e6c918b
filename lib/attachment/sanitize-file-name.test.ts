import { expect, test } from 'vitest';
import { sanitizeFileName } from './sanitize-file-name.ts';
import { Upload } from './schema.ts';

test.each([
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['a\r\nset-cookie: x.txt', 'aset-cookie: x.txt'],
  ['\u2066left\u2069 and \u200fright.txt', 'left and right.txt'],
  ['line\u2028break\u0085.txt', 'linebreak.txt'],
  ['pay\u200broll\u00ad\u3164.p\u2060df', 'payroll.pdf'],
  ['a\ud800b\u{e0041}.txt', 'ab.txt'],
  ['보고서 – résumé 👩\u200d💻.pdf', '보고서 – résumé 👩\u200d💻.pdf'],
])('ACC-12 · the file %j is renamed to %j', (given, name) => {
  expect(sanitizeFileName(given)).toBe(name);
  expect(Upload.parse({ kind: 'case', number: 'CS0001001', name: given }).name).toBe(name);
});

test.each(['.', '..', '...', 'a/..', '\u200f..', ' .. '])(
  'ACC-12 · a file name cannot be %j, which is a folder',
  (given) => {
    expect(Upload.safeParse({ kind: 'case', number: 'CS0001001', name: given }).success).toBe(false);
  },
);

test.each(['.env', '..a', 'a..'])('ACC-12 · a file may be called %j', (given) => {
  expect(Upload.parse({ kind: 'case', number: 'CS0001001', name: given }).name).toBe(given);
});
