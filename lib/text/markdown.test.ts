import { describe, expect, test } from 'vitest';
import { markdownToHtml } from './markdown.ts';

describe('REC-1 · texts are sanitised when shown', () => {
  test.each([
    ['**bold** and *slanted*', '<p><strong>bold</strong> and <em>slanted</em></p>'],
    ['one\ntwo', '<p>one<br />\ntwo</p>'],
    ['`code`', '<p><code>code</code></p>'],
    ['- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
  ])('%j is the subset', (text, html) => {
    expect(markdownToHtml(text).trim()).toBe(html);
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[click](javascript:alert(1))',
    '[click](data:text/html,<script>)',
    '![picture](https://example.com/track.png)',
    '<a href="https://example.com" onclick="alert(1)">x</a>',
  ])('%j does nothing', (text) => {
    const html = markdownToHtml(text);
    expect(html).not.toMatch(/<(script|img|iframe)/);
    expect(html).not.toMatch(/<[^>]*(onclick|onerror|javascript:|data:)/);
  });

  test.each([
    '[x](//evil.example)',
    '[x](///evil.example)',
    '[x](<//evil.example/workspace>)',
    '[x](&#47;&#47;evil.example)',
    '[x](\\\\\\\\evil.example)',
    '[x](\\\\evil.example)',
    '[x](</\\\\evil.example>)',
    '[x](evil)',
  ])('ACC-12 · %j is an external link, and marked as such', (text) => {
    const html = markdownToHtml(text);
    expect(html).toMatch(
      /<a href="[^"]*evil[^"]*" dir="auto" rel="noopener noreferrer" target="_blank">x(?: <bdi>\([^)]*evil[^)]*\)<\/bdi>)?<\/a>/,
    );
  });

  const named = (place: string) => ` <bdi>(${place})</bdi></a>`;

  test.each([
    ['[https://bank.example](https://evil.example/a)', 'evil.example'],
    ['[the guide](https://docs.example:8443)', 'docs.example:8443'],
    ['[b\u0430nk.example](//b\u0430nk.example)', 'xn--bnk-6cd.example'],
    ['[sign in](https:evil.example/login)', 'evil.example'],
    ['[sign in](HTTPS:/evil.example)', 'evil.example'],
    ['[sign in](https&#58;evil.example)', 'evil.example'],
    ['https://\u0430\u0440\u0440\u04cf\u0435.com/login', 'xn--80ak6aa92e.com'],
    ['https://xn--80ak6aa92e.com/login', 'xn--80ak6aa92e.com'],
    ['<https://www.bank.example@evil.example/>', 'evil.example'],
    ['<https://bank.example%E2%81%84login@evil.example/>', 'evil.example'],
    ['[bank.example.evil.example](https://evil.example)', 'evil.example'],
    ['[evil.example.bank.example](https://evil.example)', 'evil.example'],
    ['[support@bank.example](mailto:thief@evil.example)', 'thief@evil.example'],
    ['[support@bank.example](mailto:thief@evil.example?bcc=x)', 'thief@evil.example'],
    ['[a@bank.example](mailto:a@bank.example,b@evil.example)', 'a@bank.example,b@evil.example'],
    ['[evil.example/\nhttps://good.example/login](//evil.example)', 'evil.example'],
    ['[evil.example/ - sign in at https://good.example](//evil.example)', 'evil.example'],
    ['[evil.example/\u3000good.example](//evil.example)', 'evil.example'],
    ['[https://bank.co](https://bank.co)[m/login](/x)', 'bank.co'],
    ['https://bank.co[m/login](/x)', 'bank.co'],
    ['[https://bank.co](https://bank.co)**m**/login', 'bank.co'],
    ['[https://bank.co](https://bank.co)m/login', 'bank.co'],
    ['\u202e[evil.example/nigol/moc.knab//:sptth](http://evil.example)', 'evil.example'],
    ['[https://docs.example/a](https://docs.example/a?b=c)', 'docs.example'],
    ['**Pay at pay**https://pal.me/x', 'pal.me'],
    ['pay[pal.me](http://pal.me)', 'pal.me'],
    ['bank.example@<https://evil.example>', 'evil.example'],
    ['at https://paypal.co.[uk/login](/workspace) today', 'paypal.co'],
    ['at https://paypal.co.*uk/login* today', 'paypal.co'],
    ['at https://paypal.co,`uk/login` today', 'paypal.co'],
    ['<https://paypal.co>.&#xFEFF;uk/login', 'paypal.co'],
    ['<https://paypal.co>&#xFEFF;m/login', 'paypal.co'],
    ['<https://paypal.co>&#x200A;m/login', 'paypal.co'],
    ['bank\\.com/?next=&#xFEFF;<https://evil.example/x>', 'evil.example'],
    ['bank\\.com/(<https://evil.example/x>)', 'evil.example'],
    ['<help@paypal.co>&#xFEFF;m', 'help@paypal.co'],
    ['&#x2067;m/login&#x2066; <https://paypal.co>', 'paypal.co'],
    ['bank\\.com/?u=&#x2067; <https://evil.example/x>', 'evil.example'],
    ['\u05D0 1/login <https://paypal.co>', 'paypal.co'],
    ['<https://paypal.co> &#x323;uk/login', 'paypal.co'],
    ['[Pay **here** `now`](https://evil.example)', 'evil.example'],
  ])('ACC-12 · %j names the place behind its words', (text, place) => {
    expect(markdownToHtml(text)).toContain(named(place));
  });

  test('ACC-12 · a link inside a link is not rendered; its position is reported', () => {
    const html = markdownToHtml('[Reset <https://bank.example> or bank.example now](https://evil.example/login)');
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).toContain(`now${named('evil.example')}`);
  });

  const wide = '\u00A0'.repeat(300);

  test.each([
    `[${wide}]`,
    '[ ]',
    '[&#32;]',
    '[&emsp;]',
    '[` `]',
    '[\u1680]',
    '[&#x2800;]',
    '[**&#x3164;**]',
    '[&#x1D159;]',
    '[&#x338;]',
    '[&#xFFFC;]',
    '[]',
    '[&nbsp;\n&nbsp;]',
    '[\u200B]',
  ])('ACC-12 · words that show nothing are no link: %j', (words) => {
    for (const href of ['https://evil.example/login', '/workspace', 'mailto:thief@evil.example'])
      for (const before of ['', 'https://bank.example', 'help@bank.example'])
        expect(markdownToHtml(`${before}${words}(${href})`)).not.toMatch(/href="[^"]*(evil|workspace)/);
  });

  test.each([
    ['https://bank.example[ m/login](https://evil.example)', ['bank.example', 'evil.example']],
    ['https://bank.example[ m/login](/workspace)', ['bank.example', 'localhost:3000']],
    ['[m ](/workspace)https://bank.example', ['localhost:3000', 'bank.example']],
    ['[m ](https://evil.example)https://bank.example', ['evil.example', 'bank.example']],
    ['help@bank.co[ m](/workspace)', ['help@bank.co', 'localhost:3000']],
    ['https://bank.example[**&nbsp;**x](https://evil.example/login)', ['bank.example', 'evil.example']],
  ])('ACC-12 · a blank within a link parts no address from it: %j', (text, places) => {
    const html = markdownToHtml(text);
    expect(Array.from(html.matchAll(/<bdi>\((.*?)\)<\/bdi>/g), ([, place]) => place)).toEqual(places);
  });

  test.each([
    ['a row of blanks', `[bank.example${wide}](https://evil.example)`],
    ['lines of blanks', `[bank.example${'\n&nbsp;'.repeat(20)}](https://evil.example)`],
  ])('ACC-12 · the host is shown beside the link text, not after %s', (_what, text) => {
    expect(markdownToHtml(text).replaceAll(/ +/g, ' ')).toContain(`>bank.example${named('evil.example')}`);
  });

  test.each([
    '[https://bank.example](/api/attachments/1)',
    '[bank.example](/api/attachments/1)',
    '[bank\uFF0Eexample](/workspace)',
    '[help@bank.example](/api/attachments/1)',
    '[https://bank.example](#x)',
    'bank.exam[ple](/api/attachments/1)',
    '[bank](/api/attachments/1).example',
    '[https:/](/x)[/bank](/x)',
  ])('ACC-12 · %j leads nowhere else, and says so', (text) => {
    expect(markdownToHtml(text)).toContain(named('localhost:3000'));
  });

  test.each([
    ['[bank.example](ftp://bank.example/a)', 'bank.example'],
    ['[ftp://bank.example](ftp://evil.example)', 'ftp://bank.example'],
    ['[a note](ftp:)', 'a note'],
    ['[a note](mailto:/)', 'a note'],
    ['[a note](tel:/)', 'a note'],
    ['[a note](sms:+123)', 'a note'],
    ['<ftp://bank.example/a>', 'ftp://bank.example/a'],
  ])('ACC-12 · %j has an unsupported target, and is shown as text', (text, words) => {
    expect(markdownToHtml(text)).toBe(`<p>${words}</p>\n`);
  });

  test('Q-19 · a line of nothing but links is rendered soon', () => {
    const began = performance.now();
    markdownToHtml(`${'x'.repeat(500)}${'[a](/b)'.repeat(500)}`);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test.each([
    '[/support@bank.example](mailto:?to=evil@x.example)',
    '[Bank](mailto:?to=evil@x.example)',
    '[#help@bank.example](tel:?x)',
    '[https://bank.example](http://x%20y.evil.example/a)',
    '[https://bank.example](//evil.example%20/)',
    `[a@bank.example](mailto:a@bank.example,${'x'.repeat(100)}@evil.example)`,
  ])('ACC-12 · %j has no valid recipient, and is no link', (text) => {
    expect(markdownToHtml(text)).not.toContain('<a ');
  });

  test('ACC-12 · an email link goes to the named recipient only', () => {
    const html = markdownToHtml('[support@bank.example](mailto:support@bank.example?bcc=evil@x.example)');
    expect(html).toContain('href="mailto:support@bank.example"');
    expect(html).not.toContain('evil');
  });

  test('ACC-12 · words of a link have no marks of direction, and nothing turns the name round', () => {
    const html = markdownToHtml('&#x202e;[Your bill &#x202e;](https://moc.knab.example/)');
    expect(html).toContain(`>Your bill ${named('moc.knab.example')}`);
    expect(markdownToHtml('\u202ehttps://evil.example/moc.knab')).toContain(' dir="auto" ');
    expect(markdownToHtml('<https://%E2%80%AEmoc.knab@evil.example/>')).not.toMatch(/>[^<]*\u202e/);
  });

  test.each([
    'https://docs.example/a',
    '<https://docs.example/a>',
    'www.docs.example',
    'It is **https://docs.example**.\nhttps://docs.example/b',
    '"https://docs.example/a".',
    '[here](/workspace/cases/CS0001001)',
    'write to a@docs.example',
    'See https://docs.example/a, or (https://docs.example/b).',
    'https://ko.wikipedia.org/wiki/한국어',
  ])('%j is its own name', (text) => {
    expect(markdownToHtml(text)).not.toContain('<bdi>');
  });

  test.each(['[x](/workspace/cases/CS0001001)', '[x](/portal?a=//b)'])('%j stays here', (text) => {
    expect(markdownToHtml(text)).not.toMatch(/rel=|target=/);
  });

  test('an external link sends no referrer', () => {
    expect(markdownToHtml('See https://example.com/a')).toContain('rel="noopener noreferrer"');
  });
});

describe('SYNC-4 · numbers in what a rule has written', () => {
  const line = 'INC0010001 state changed from New to In Progress.';

  test('lead to the record', () => {
    const html = markdownToHtml(line, { linkNumbers: true });
    expect(html).toContain('<a href="/workspace/incidents/INC0010001">INC0010001</a> state changed');
  });

  test('SYNC-PRB-5 · of an article lead to it', () => {
    const html = markdownToHtml('Known error article KB0010001: Memory', { linkNumbers: true });
    expect(html).toContain('<a href="/go/KB0010001">KB0010001</a>: Memory');
  });

  test('stay text in what a person has written', () => {
    expect(markdownToHtml(line)).not.toContain('<a');
  });

  test('stay text within a link and where no kind has them', () => {
    const html = markdownToHtml('[INC0010001](https://example.com) and XYZ0010001', { linkNumbers: true });
    expect(html.match(/<a /g)).toHaveLength(1);
  });
});
