import { describe, expect, test } from 'vitest';
import { csvLine, outsideTime } from './csv.ts';

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

  test('times are UTC, to the second', () => {
    expect(outsideTime(new Date('2026-11-21T09:05:07.123+05:45'))).toBe('2026-11-21 03:20:07');
    expect(outsideTime(null)).toBe('');
  });
});
