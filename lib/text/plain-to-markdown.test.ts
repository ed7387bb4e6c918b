import { expect, it } from 'vitest';
import { quotation } from '#components/timeline/quote.ts';
import { markdownToHtml } from './markdown.ts';
import { plainToMarkdown } from './plain-to-markdown.ts';

/** The visible text. */
const shown = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('\u00a0', ' ')
    .replaceAll('&amp;', '&')
    .trim();

const texts = [
  '*not bold* **nor this** a*b*c 2*3',
  '_no_ __init__ a_file_name _x',
  '# no heading\n## nor this\n#1',
  '> no quotation\n>> nor this',
  '- minus\n+ plus\n1. one\n2) two\n12',
  'Line\n---\nLine\n===\n***\n___',
  '~~~\ncode\n~~~\n```\ncode\n```\n`code` ~~no~~',
  String.raw`\\nas01\public\_old, C:\Users\*.log and a \ alone`,
  '<b>bold?</b> &amp; &lt; &#42; AT&T; R&D',
  '[x](y) ![i](z) [ref]: <z@example.test>',
  'See https://example.test/a_b_c?x=1&y=_z_ and http://example.test/#top',
  '2. yes\n5. no\n7. twice',
];

it.each(texts)('REC-1, MAIL-4 · plain text of an email is quoted as it was typed: %j', (text) => {
  const quoted = quotation(
    { by: 'Cora', at: '2026-11-22T09:00:00Z', text: plainToMarkdown(text) },
    { locale: 'en-GB', timeZone: 'UTC' },
  );
  const html = markdownToHtml(quoted);
  const [, ...lines] = html.replaceAll(/<br>\n?/g, '\n').split(/<\/p>\n<p>/);
  expect(shown(lines.join('\n\n'))).toBe(text);
  expect(html).not.toMatch(/<(?:em|strong|s|code|pre|ul|ol|li)\b/);
  expect(html.match(/<blockquote>/g)).toHaveLength(1);
});

it('REC-1 · leading spaces do not turn a line into code', () => {
  expect(markdownToHtml(plainToMarkdown('    four\n\tTAB'))).not.toContain('<pre>');
});

it('REC-1 · addresses of pages stay links, whole', () => {
  const html = markdownToHtml(plainToMarkdown('See https://example.test/a_b/_c_?x=1 (a_b)'));
  expect(html).toContain('href="https://example.test/a_b/_c_?x=1"');
});
