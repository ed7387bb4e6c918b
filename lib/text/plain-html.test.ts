import { describe, expect, it } from 'vitest';
import { entryText } from '#lib/journal/entry-text.ts';
import { plainToHtml } from './plain-html.ts';
import { queuedTextHtml } from './text-html.ts';

/** The visible text. */
const shown = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('MAIL-4 · plain text', () => {
  it.each([
    '2. yes\n5. no\n7. twice',
    String.raw`\\nas01\public\_old, C:\Users\_tmp\*.log and a \ alone`,
    'The class __init__ says *ptr = **argv; `cmd` ~~no~~ _em_',
    '<b>bold?</b> &amp; &lt; &#42; &nbsp;',
    '# no heading\n- minus\n+ plus\n> quote\n---\n===\n~~~\n```\n| a | b |',
    '    four\n\tTAB\n\n\n  two  blanks',
    '[x](y) ![i](http://x.example/i.png) <http://x.example/?a=1&b=2>',
    'a%20b https://x.example/a%20b/%C3%A4 and http://xn--dsseldorf-q9a.example/',
    ':) :smile: (c) ... -- "quoted" @agent',
  ])('is shown as it was typed: %j', (text) => {
    expect(shown(plainToHtml(text))).toBe(text);
    expect(plainToHtml(text)).not.toMatch(/<(?!\/?a\b)/);
  });

  it('has addresses as links, and nothing else', () => {
    const html = plainToHtml(
      'See https://en.wikipedia.org/wiki/Foo_(bar), or (https://x.example/a_b_c). [a](javascript:x)',
    );
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'https://en.wikipedia.org/wiki/Foo_(bar)',
      'https://x.example/a_b_c',
    ]);
  });

  it('ACC-12 · has no link whose address could be read as another one', () => {
    expect(plainToHtml('https://bank.example@https://x.example/')).not.toContain('href="https://x.example');
    expect(plainToHtml('Site <https://x.example/>')).toContain('href="https://x.example/"');
  });

  it('SYNC-PRB-5 · has numbers as links where a rule has written it', () => {
    expect(plainToHtml('About CS0001085', { linkNumbers: true })).toBe(
      'About <a href="/workspace/cases/CS0001085">CS0001085</a>',
    );
    expect(plainToHtml('About CS0001085')).toBe('About CS0001085');
  });

  it.each([20, 4_000, 4_001, 30_000])('stays whole and as it is in pieces, with %i lines', async (count) => {
    const text = Array.from({ length: count }, (_, at) => (at % 7 === 0 ? '```' : `  line ${at}`)).join('\n');
    expect(shown(await queuedTextHtml(text, { isPlain: true }))).toBe(text);
  });

  it('Q-19 · begins like the whole', async () => {
    const text = `\`\`\`\n${'a line\n'.repeat(600)}`;
    const { html, isBeginning } = await entryText(text, { isPlain: true });
    expect(isBeginning).toBe(true);
    expect(text.startsWith(shown(html))).toBe(true);
  });
});
