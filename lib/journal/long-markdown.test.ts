import sanitizeHtml from 'sanitize-html';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { markdownToHtml } from '#lib/text/markdown.ts';
import { markdownInTurns } from '#lib/text/markdown-in-turns.ts';
import { entryText, LONGEST_SHOWN } from './entry-text.ts';

vi.mock('sanitize-html', async (importOriginal) => {
  const original = await importOriginal<{ default: typeof sanitizeHtml }>();
  return { default: vi.fn(original.default) };
});

const rendered = vi.mocked(sanitizeHtml);
beforeEach(() => rendered.mockClear());

/** The most expensive texts to render. */
const worst = {
  'nested lists': '- a\n  - b\n    - c\n      - d\n',
  'nested quotes': '> > > > > > > a\n',
  links: '[a](https://example.com) ',
  'mail addresses': 'a@b.co ',
  emphasis: '**a *b ',
  'emphasis without end': '*_',
  brackets: '[',
  'short paragraphs': 'a\n\n',
  'blocks of code': '```\na\n```\n',
  'code that never ends': '```\na ',
};

describe('Q-19 · a text is rendered in pieces, each of which costs little', () => {
  // Numbers make each piece different.
  const longOf = (unit: string) => Array.from({ length: 4_000 }, (_, n) => `${unit.repeat(20)}${n} `).join('');

  test.each(Object.entries(worst))('%s', async (_what, unit) => {
    const text = longOf(unit).slice(0, 32_000);
    const html = await markdownInTurns(text);
    expect(html.length).toBeGreaterThan(0);
    expect(rendered.mock.calls.length).toBeGreaterThanOrEqual(8);
    // A link's HTML is about 11 times as long as its text.
    for (const [piece] of rendered.mock.calls) expect(piece.length).toBeLessThan(60_000);
  });

  test('and shows all of it, in order', async () => {
    const text = Array.from({ length: 2_000 }, (_, line) => `Line **${line}** of it.`).join('\n\n');
    const numbers = [...(await markdownInTurns(text)).matchAll(/<p>Line <strong>(\d+)<\/strong> of it\.<\/p>/g)];
    expect(numbers.map(([, number]) => Number(number))).toEqual(Array.from({ length: 2_000 }, (_, line) => line));
  });
});

describe('Q-19 · a text is rendered once', () => {
  test('even if it is copied and read often', async () => {
    const text = `The same words. ${'They are long. '.repeat(100)}`;
    for (let copy = 0; copy < 50; copy++) await entryText(text, { linkNumbers: true });
    expect(rendered).toHaveBeenCalledTimes(1);
  });

  test('but otherwise where the numbers in it are links', () => {
    const text = 'INC0010001 is one text in two ways.';
    expect(markdownToHtml(text)).not.toBe(markdownToHtml(text, { linkNumbers: true }));
    expect(rendered).toHaveBeenCalledTimes(2);
  });
});

describe('Q-19 · a timeline shows', () => {
  test('a text that is not long unchanged', async () => {
    const text = 'x '.repeat(LONGEST_SHOWN / 2);
    expect(await entryText(text, {})).toEqual({ html: markdownToHtml(text) });
  });

  test('the beginning of a long one, which has no open block of code and no half of a link', async () => {
    const code = `\`\`\`\n${'line();\n'.repeat(500)}\`\`\``;
    const { html, isBeginning } = await entryText(code, {});
    expect(isBeginning).toBe(true);
    expect(html).toMatch(/^<pre><code>(line\(\);\n)+<\/code><\/pre>\n$/);
    const links = await entryText('[there](https://example.com/a) '.repeat(100), {});
    expect(links.html.replaceAll(/<a [^>]+>there <bdi>\(example\.com\)<\/bdi><\/a>/g, '').trim()).toMatch(
      /^<p>\s*<\/p>$/,
    );
  });

  test.each(['<script>alert(1)</script>', '[x](javascript:alert(1)) ', '<img src=x onerror=alert(1)>'])(
    'nothing of %j that does something, wherever it is cut',
    async (evil) => {
      for (let shift = 0; shift < evil.length; shift++) {
        const { html } = await entryText('y'.repeat(shift) + evil.repeat(500), {});
        expect(html).not.toMatch(/<(script|img)|<[^>]*(onerror|javascript:)/);
      }
    },
  );
});
