import { describe, expect, test } from 'vitest';
import { isNestedTooDeeply } from './nesting.ts';

const FORM = 'multipart/form-data; boundary=X';
const deep = (levels: number, open = '[', close = ']') => open.repeat(levels) + close.repeat(levels);
const part = (content: string, head = '') =>
  `--X\r\nContent-Disposition: form-data; name="0"${head}\r\n\r\n${content}\r\n`;
const asked = (body: string, type = 'text/plain;charset=UTF-8') => isNestedTooDeeply(Buffer.from(body), type);

describe('ACC-12 · nested data', () => {
  test.each([
    ['a hundred levels', deep(100)],
    ['nothing', ''],
    ['many lists beside one another', `[${'[],'.repeat(1_000)}[]]`],
    ['brackets in a text', JSON.stringify(['['.repeat(1_000), '\\"['.repeat(1_000), '\\\\'])],
  ])('%s is read', (_what, json) => {
    expect(asked(json)).toBe(false);
    expect(asked(`${part('"$1"')}${part(json)}--X--\r\n`, FORM)).toBe(false);
  });

  test.each([
    ['more levels', deep(101)],
    ['levels that are never closed', '['.repeat(500)],
    ['objects', deep(101, '{"a":', '}')],
    ['levels behind blanks', `\r\n \t${deep(101, '[ \r\n\r\n')}`],
    ['levels behind a mark of the order of bytes', `\uFEFF ${deep(101)}`],
    ['levels with a text in each that seems to end them', '["]",'.repeat(101)],
    ['levels with an escaped mark in each', '["\\"]",'.repeat(101)],
    ['levels behind an escaped backslash', `["\\\\",${deep(101)}]`],
  ])('%s is not', (_what, json) => {
    expect(asked(json)).toBe(true);
    expect(asked(part(json), FORM)).toBe(true);
    expect(asked(part('"$1"') + part(json), FORM)).toBe(true);
    expect(asked(part(json), 'Multipart/Form-Data; boundary="X"')).toBe(true);
    expect(asked(`0=${encodeURIComponent(json)}`, 'application/x-www-form-urlencoded')).toBe(true);
  });

  test('a text of a form may hold brackets', () => {
    expect(asked(part(`See ${'['.repeat(1_000)}`), FORM)).toBe(false);
  });

  test('a part in other encodings is not, nor a form whose parts cannot be separated', () => {
    expect(asked(part('[]', '\r\nContent-Type: text/plain; charset=utf-16le'), FORM)).toBe(true);
    expect(asked(part('[]', '\r\nContent-Type: text/plain; charset=utf-8'), FORM)).toBe(false);
    for (const type of ['multipart/form-data', 'multipart/form-data; a=b; boundary=X', 'multipart/mixed; boundary=X'])
      expect(asked(part('[]'), type)).toBe(true);
  });

  test('is checked quickly, whatever its size', () => {
    const body = Buffer.from('["]",'.repeat(50) + '[],'.repeat(140_000));
    const before = process.threadCpuUsage();
    expect(isNestedTooDeeply(body)).toBe(false);
    expect(process.threadCpuUsage(before).user).toBeLessThan(60_000);
  });
});
