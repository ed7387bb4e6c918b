import { describe, expect, test } from 'vitest';
import { markdownToHtml } from '#lib/text/markdown.ts';
import { articleToHtml } from './article-html.ts';

const table = '| Code | Meaning |\n| --- | ---: |\n| 402 | **Declined** |';

describe('ADM-7 · the text of an article', () => {
  test('ADM-7 · has headings below the title of its page, whatever level it starts with', async () => {
    expect(await articleToHtml('# Symptom\n\n## At noon\n\ntext')).toBe(
      '<h2>Symptom</h2>\n<h3>At noon</h3>\n<p>text</p>\n',
    );
    expect(await articleToHtml('### Symptom\n\n#### At noon\n')).toBe('<h2>Symptom</h2>\n<h3>At noon</h3>\n');
    expect(await articleToHtml('Symptom\n=======\n\n###### Deep')).toBe('<h2>Symptom</h2>\n<h6>Deep</h6>\n');
  });

  test('ADM-7 · has tables that keep their alignment and move in a box of their own', async () => {
    const html = (await articleToHtml(table)).replaceAll('\n', '');
    expect(html).toBe(
      '<div class="table-box" tabindex="0"><table><thead><tr><th>Code</th><th style="text-align:right">Meaning</th></tr></thead>' +
        '<tbody><tr><td>402</td><td style="text-align:right"><strong>Declined</strong></td></tr></tbody></table></div>',
    );
  });

  test('ADM-7 · has rules, and all that an entry of a journal has', async () => {
    const entry = '**bold** `code` https://example.com\n- one\n- two';
    expect(await articleToHtml(entry)).toBe(markdownToHtml(entry));
    expect(await articleToHtml('one\n\n---\n\ntwo')).toBe('<p>one</p>\n<hr />\n<p>two</p>\n');
  });

  test.each([
    '# <script>alert(1)</script>',
    '| <img src=x onerror=alert(1)> |\n| --- |\n| [x](javascript:alert(1)) |',
    '<div class="fixed" style="position:fixed" onclick="alert(1)">x</div>',
    '![picture](https://example.com/track.png)',
  ])('ADM-7, Q-15 · %j does nothing', async (text) => {
    const html = await articleToHtml(text);
    expect(html).not.toMatch(/<(script|img|iframe)/);
    expect(html).not.toMatch(/<[^>]*(onclick|onerror|javascript:|position|"fixed")/);
  });

  test('REC-1 · an entry of a journal stays without headings and tables', async () => {
    expect(markdownToHtml(`# No heading\n\n${table}`)).not.toMatch(/<(h\d|table)/);
  });

  test('Q-13, Q-19 · a table far larger than its text stays text', async () => {
    const wide = `|${'a|'.repeat(180)}\n|${'-|'.repeat(180)}\n${'|\n'.repeat(300)}`;
    const long = `|a|b|c|d|e|f|g|h|i|j|\n|${'-|'.repeat(10)}\n${'|\n'.repeat(1_500)}`;
    for (const text of [wide, long, wide.repeat(40)]) {
      const html = await articleToHtml(text);
      expect(html).not.toContain('<table');
      expect(html.length).toBeLessThan(text.length * 10);
    }
  });

  test('ACC-12 · spaces inside a heading or a table link to no earlier address', async () => {
    const line = `https://bank.example[${'\u00A0'.repeat(300)}](https://evil.example/login)`;
    for (const text of [`# ${line}`, `| a |\n|---|\n| ${line} |`])
      expect(await articleToHtml(text)).not.toContain('evil');
  });

  test('ADM-7 · text inside a code block is no heading', async () => {
    expect(await articleToHtml('```\n# no heading\n```\n\n### Symptom')).toContain('<h2>Symptom</h2>');
    expect(await articleToHtml('~~~~\r\n# none\r\n~~~\r\n# none\r\n~~~~\r\n### Symptom\r\n')).toContain(
      '<h2>Symptom</h2>',
    );
    expect(await articleToHtml('### Symptom\n\n```\n# never closed')).toContain('<h2>Symptom</h2>');
  });

  /** CPU time in microseconds that may be too short to measure. */
  const SHORT = 10_000;

  /** The growth in time for a text of 16 times the length; the best of several tries. */
  async function growth(unit: string): Promise<number> {
    const taken = async (length: number) => {
      const times: number[] = [];
      for (let run = 0; run < 3; run++) {
        const before = process.threadCpuUsage();
        await articleToHtml(unit.repeat(length / unit.length));
        times.push(process.threadCpuUsage(before).user);
      }
      return Math.min(...times);
    };
    return (await taken(64_000)) / Math.max(SHORT, await taken(4_000));
  }

  test.each(['`', '~', '`\n', '~\n', '```\n', '~~~ a\n', '#', '# ', '=', '-\n', '= ', '   '])(
    'Q-13, Q-19 · takes about 16 times as long where it is 16 times as long: %j',
    async (unit) => expect(await growth(unit)).toBeLessThan(100),
  );
});
