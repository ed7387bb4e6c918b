import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownToHtml } from '#lib/text/markdown.ts';
import { plainMarkdown } from './plain-markdown.ts';

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };

/** The rendered text if it is one paragraph without markup; otherwise its HTML. */
function read(markdown: string): string {
  const html = markdownToHtml(markdown).trim();
  const [, words] = /^<p>([^<]*)<\/p>$/.exec(html) ?? [];
  return words?.replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity) ?? html;
}

test.each([
  ['The *line* is _down_', String.raw`The \*line\* is \_down\_`],
  ['[pay](https://evil.example)', String.raw`\[pay\](https://evil.example)`],
  ['<https://evil.example>', String.raw`\<https://evil.example>`],
  ['- one', String.raw`\- one`],
  ['1. one', String.raw`1\. one`],
  ['> quote', String.raw`\> quote`],
  ['~~gone~~', String.raw`\~\~gone\~\~`],
  ['&lt;b&gt;', String.raw`\&lt;b\&gt;`],
  ['one\n\n- two', 'one - two'],
])('reply templates · %j is written as %j', (text, markdown) => {
  expect(plainMarkdown(text)).toBe(markdown);
});

const linkOf = (markdown: string) => /<a href="([^"]*)"/.exec(markdownToHtml(markdown))?.[1];

test.each([
  ['https://example.test/_a_/b*c*', '<https://example.test/_a_/b*c*>'],
  ['https://example.test/~~a~~', '<https://example.test/~~a~~>'],
  ['https://example.test/a?b=_', '<https://example.test/a?b=_>'],
  ['https://example.test/a_b', 'https://example.test/a_b'],
])('reply templates · the address %j is written as %j, and links there', (address, markdown) => {
  for (const [before, after] of [
    ['', ''],
    ['See ', ' and *this*'],
    ['(', ')'],
  ] as const) {
    const written = plainMarkdown(`${before}${address}${after}`);
    expect(written).toContain(markdown);
    expect(linkOf(written)).toBe(address);
    expect(linkOf(`**Hello** ${written}, _thank_ you`)).toBe(address);
  }
});

test.each([
  'snake_case_name',
  'AT&T',
  '5 > 3',
  'about ~5 minutes',
  String.raw`C:\temp`,
  '#1 - 2.5 (new)',
  'Zoë',
  '서울',
])('reply templates · %j needs no sign more', (text) => {
  expect(plainMarkdown(text)).toBe(text);
});

test('reply templates · any value appears as it is', () => {
  const signs = fc.constantFrom(...'*_`[]()<>~&;#+-.!\\|{}$1a é'.split(''));
  const values = fc.array(signs, { minLength: 1, maxLength: 24 }).map((all) => all.join(''));
  fc.assert(
    fc.property(values, (value) => {
      const line = value.replaceAll(/\s+/g, ' ').trim();
      if (line === '') return;
      expect(read(plainMarkdown(value))).toBe(line);
      expect(read(`Hello ${plainMarkdown(value)}, thank you`)).toBe(`Hello ${line}, thank you`);
    }),
    { numRuns: 5_000 },
  );
});

test('reply templates · an address appears as it is in any surrounding text, with no added characters', () => {
  const of = (signs: string) =>
    fc.array(fc.constantFrom(...signs.split('')), { maxLength: 8 }).map((all) => all.join(''));
  const [values, paths] = [of('*_`~-.!\\a1 é'), of('*_`~-a1')];
  fc.assert(
    fc.property(values, paths, values, (before, path, after) => {
      const line = `${before} https://example.test/${path} ${after}`.replaceAll(/\s+/g, ' ').trim();
      const shown = markdownToHtml(plainMarkdown(line))
        .replaceAll(/<[^>]*>/g, '')
        .trim();
      expect(shown).toBe(line);
    }),
    { numRuns: 3_000 },
  );
});
