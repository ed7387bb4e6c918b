import { describe, expect, it } from 'vitest';
import { escapeLike, lineInput, searchInput, textInput, writtenInput } from './text-input.ts';

describe('typed input', () => {
  it('REC-5 · has no character 0 and keeps its blanks', () => {
    expect(textInput(10).parse(' a\0b \0')).toBe(' ab ');
  });

  it('REC-5 · on one line loses the blanks around it as well', () => {
    expect(lineInput(10).parse('\0 a\0b ')).toBe('ab');
  });

  it('REC-5 · is as long as its field, character 0 and the blanks of a line not counted', () => {
    expect(textInput(3).parse('abc\0')).toBe('abc');
    expect(lineInput(3).parse(' abc ')).toBe('abc');
    expect(textInput(3, 'Too long.').safeParse('abc ').error?.issues).toMatchObject([{ message: 'Too long.' }]);
    expect(lineInput(3, 'Too long.').safeParse('abcd').error?.issues).toMatchObject([{ message: 'Too long.' }]);
  });

  it.each(['a\nb', 'a\rb', 'a\tb', 'a\u001bb', 'a\u0085b', 'a\u2028b', 'a\u2029b', 'a\u202eb', 'a\u2067b'])(
    'ACC-12 · on one line has no line break and no control character: %j',
    (text) => {
      expect(lineInput(10).safeParse(text).error?.issues).toMatchObject([
        { message: expect.stringContaining('control character') },
      ]);
      expect(textInput(10).parse(text)).toBe(text);
    },
  );

  const nothing = [
    '\u200b',
    '\u3164',
    '\u2800',
    '\u00ad',
    '\u2060\ufeff',
    '\u200d',
    '\ufe0f',
    '\u115f\uffa0',
    '\u{e0041}',
    '\u200e',
  ];

  it.each(nothing)('REC-5, ACC-12 · a line or a text of %j alone is empty', (text) => {
    expect(lineInput(10).min(1).safeParse(` ${text} `).success).toBe(false);
    expect(writtenInput(10, 'Write it.').safeParse(` ${text}\n`).error?.issues).toMatchObject([
      { message: 'Write it.' },
    ]);
    expect(writtenInput(10, 'Write it.').parse(` ${text}a `)).toBe(`${text}a`);
  });

  it('Q-13 · to look for is cut, never refused', () => {
    expect(searchInput('\0 router \0down ')).toBe('router down');
    expect(searchInput('x'.repeat(300))).toHaveLength(200);
    expect(searchInput('CS0001001', 4)).toBe('CS00');
  });

  it('Q-13 · means itself in a pattern', () => {
    expect(escapeLike(String.raw`50%_\ off`)).toBe(String.raw`50\%\_\\ off`);
  });
});
