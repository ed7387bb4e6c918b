import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvRows } from './csv-rows.ts';

async function* linesOf(text: string) {
  yield* text.split('\n');
}

const read = (...lines: string[]) => Array.fromAsync(csvRows(linesOf(lines.join('\n'))));

const header = { line: 1, values: ['number', 'text'] };

it('a quoted value holds line breaks, empty lines and quotes, and the rows after it keep their lines', async () => {
  expect(await read('number,text', '1,"first', '', 'third ""line"""', '2,plain')).toEqual([
    header,
    { line: 2, values: ['1', 'first\n\nthird "line"'] },
    { line: 5, values: ['2', 'plain'] },
  ]);
});

it('empty lines between rows are skipped, but counted', async () => {
  expect(await read('', 'number,text', '', '  ', '1,a')).toEqual([
    { line: 2, values: ['number', 'text'] },
    { line: 5, values: ['1', 'a'] },
  ]);
});

it('REC-5 · an unclosed quote affects only its own line', async () => {
  expect(await read('number,text', '1,"open', '2,plain', '3,"two', 'lines"')).toEqual([
    header,
    { line: 2, values: null },
    { line: 3, values: ['2', 'plain'] },
    { line: 4, values: ['3', 'two\nlines'] },
  ]);
});

it('REC-5 · nor does it when a later quote closes it and the row gets too wide', async () => {
  expect(await read('number,text', '1,"open', '2,plain', '3,b",more', '4,c')).toEqual([
    header,
    { line: 2, values: null },
    { line: 3, values: ['2', 'plain'] },
    { line: 4, values: null },
    { line: 5, values: ['4', 'c'] },
  ]);
});

it('REC-5 · a quote inside a value is reported, also at the very end', async () => {
  expect(await read('number,text', '1,5" disk', '2,"a"b', '3,c', '4,"')).toEqual([
    header,
    { line: 2, values: null },
    { line: 3, values: null },
    { line: 4, values: ['3', 'c'] },
    { line: 5, values: null },
  ]);
});

it('REC-5 · a row of very many lines is a forgotten quote, reported before the file ends', async () => {
  const rows = csvRows(
    linesOf(['number,text', '1,"open', ...Array.from({ length: 5000 }, (_, n) => `${n},a`)].join('\n')),
  );
  expect((await rows.next()).value).toEqual(header);
  expect((await rows.next()).value).toEqual({ line: 2, values: null });
  expect((await rows.next()).value).toEqual({ line: 3, values: ['0', 'a'] });
  expect(await Array.fromAsync(rows)).toHaveLength(4999);
});

it('any written CSV is read back, row by row', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ') });
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1 });
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(rows, async (written) => {
      const text = written.map((row) => row.map(quoted).join(',')).join('\n');
      const back = await Array.fromAsync(csvRows(linesOf(text)));
      expect(back.map(({ values }) => values)).toEqual(written);
    }),
  );
});

it('each row has its own line number, in order, whatever the file contains', async () => {
  const line = fc.string({ unit: fc.constantFrom('a', '"', ',', ' ') });
  await fc.assert(
    fc.asyncProperty(fc.array(line), async (lines) => {
      const named = (await read(...lines)).map((row) => row.line);
      expect(named).toEqual([...new Set(named)].sort((a, b) => a - b));
      for (const each of named) expect(lines[each - 1]?.trim()).not.toBe('');
    }),
  );
});

it.each([
  [
    'semicolons',
    ['Name;City', 'Boxeo;Köln, Süd', 'Funco;"a;b"'],
    [
      ['Name', 'City'],
      ['Boxeo', 'Köln, Süd'],
      ['Funco', 'a;b'],
    ],
  ],
  [
    'tabs',
    ['Name\tCity', 'Boxeo\tKöln'],
    [
      ['Name', 'City'],
      ['Boxeo', 'Köln'],
    ],
  ],
  [
    'what sep= says',
    ['sep=|', 'Name|City', 'Boxeo|Köln'],
    [
      ['Name', 'City'],
      ['Boxeo', 'Köln'],
    ],
  ],
  [
    'commas beside semicolons',
    ['Comment;x,Name', ',Boxeo'],
    [
      ['Comment;x', 'Name'],
      ['', 'Boxeo'],
    ],
  ],
  ['nothing', ['Name', 'Boxeo; Funco'], [['Name'], ['Boxeo; Funco']]],
  [
    'semicolons beside quoted commas',
    ['"a,b,c";d', 'e;f'],
    [
      ['a,b,c', 'd'],
      ['e', 'f'],
    ],
  ],
  [
    'commas behind a byte order mark',
    ['\uFEFFName,City', 'Boxeo,Köln'],
    [
      ['Name', 'City'],
      ['Boxeo', 'Köln'],
    ],
  ],
])('MAJ-5 · cells are separated by %s', async (_what, lines, rows) => {
  expect((await read(...lines)).map(({ values }) => values)).toEqual(rows);
});
