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

  test('what was written is read again, whatever it holds', () => {
    const cell = fc.string().filter((text) => text === withoutProtection(text));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2 }), (cells) => {
        const [read = []] = parse(csvLine(cells), { record_delimiter: '\r\n' });
        expect(read.map(withoutProtection)).toEqual(cells);
      }),
    );
  });
});
