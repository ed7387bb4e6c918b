import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine, withoutProtection } from './csv.ts';

describe('CSV', () => {
  test.each([
    [['CS0001001', 'a,b', 3], 'CS0001001,"a,b",3\r\n'],
    [['says "no"', null, true], '"says ""no""",,true\r\n'],
    [['two\nlines', '', 0], '"two\nlines",,0\r\n'],
    [['=1+1', '@home', -5], "'=1+1,'@home,-5\r\n"],
    [['-2', '+49 30', '\tx'], "'-2,'+49 30,'\tx\r\n"],
  ])('%j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  test.each([
    "|cmd /C calc'!A0",
    '｜cmd',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    ' =1+1',
    '\u00a0=1+1',
    '\u3000＝1+1',
    '\u2003 +1',
    '\ufeff=1+1',
    '\u200b@x',
    "'=1+1",
    "''  =1+1",
  ])('ACC-12 · %j is no formula for a spreadsheet, and is read back unchanged', (text) => {
    const [[cell = ''] = []] = parse(csvLine([text, 'x']), { record_delimiter: '\r\n' });
    expect(cell).toBe(`'${text}`);
    expect(withoutProtection(cell)).toBe(text);
  });

  test.each([
    [';=1', ";'=1"],
    ['a; +1', "a;' +1"],
    ['=1;@x;-2', "'=1;'@x;'-2"],
    ["a;'=1", "a;''=1"],
    ['a;＝1', "a;'＝1"],
    ['a\t=1', "a\t'=1"],
    ['\t=1+1', "'\t'=1+1"],
    [' \t=1', " \t'=1"],
    [';\t=1', ";\t'=1"],
    ['\n=1+1', "\n'=1+1"],
    ['a\n=1\nb', "a\n'=1\nb"],
    ['a\r\n +1', "a\r\n' +1"],
    ['a\r@x', "a\r'@x"],
  ])('ACC-12 · %j is no formula where lists are separated by semicolons or tabs, and is read back', (text, written) => {
    expect(csvLine([text])).toBe(/[\r\n]/.test(text) ? `"${written}"\r\n` : `${written}\r\n`);
    expect(withoutProtection(written)).toBe(text);
  });

  test('ACC-12 · a quote behind a semicolon begins a cell as well', () => {
    expect(csvLine(['a;"=1'])).toBe(`"a;'""=1"\r\n`);
    expect(withoutProtection(`a;'"=1`)).toBe('a;"=1');
  });

  test.each(["it's", "'quoted'", 'a=b', 'a|b', ' a', '1 - 2', "'", 'a; b', 'a\t\tb', "a;'b'", 'a;'])(
    'ACC-12 · %j is unchanged',
    (text) => {
      expect(withoutProtection(text)).toBe(text);
      expect(csvLine([text])).toBe(`${text}\r\n`);
    },
  );

  test('a written row is read back unchanged, whatever it contains', () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^['\s;=+＝-]{0,8}x?$/));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2 }), (cells) => {
        const [read = []] = parse(csvLine(cells), { record_delimiter: '\r\n' });
        expect(read.map(withoutProtection)).toEqual(cells);
      }),
    );
  });
});
