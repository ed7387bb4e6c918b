import MarkdownIt, { type StateCore, type Token } from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { byteCache } from '#lib/platform/byte-cache.ts';
import { allowed, linkRecordNumbers, type MarkdownOptions } from './markdown.ts';
import { nameLinks } from './named-links.ts';

/** ACC-12 · Keeps only links that need no place name beside them: a name would not be part of the text. */
function withoutNames(state: StateCore): void {
  for (const block of state.tokens) block.children &&= typed(block.children);
}

function typed(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const close = token.type === 'link_open' ? tokens.findIndex((each, n) => n > at && each.type === 'link_close') : -1;
    const inside = tokens.slice(at + 1, close < 0 ? at + 1 : close);
    const name = inside.findIndex(({ type }) => type === 'bdi_open');
    if (name < 0) kept.push(token);
    else {
      // Drops the space before the name, and the name.
      kept.push(...inside.slice(0, name - 1));
      at = close;
    }
  }
  return kept;
}

/** A parser that treats a text as plain and only finds addresses in it. */
const plain = new MarkdownIt('zero', { html: false, linkify: true });
plain.normalizeLinkText = (text) => text;
plain.core.ruler.enable('linkify');
plain.core.ruler.at('block', (state) => {
  const text = Object.assign(new state.Token('inline', '', 0), { content: state.src, map: [0, 1], children: [] });
  state.tokens.push(text);
});
plain.core.ruler.push('named_links', nameLinks);
plain.core.ruler.push('as_typed', withoutNames);
plain.core.ruler.push('record_numbers', linkRecordNumbers);

const rendered = byteCache(8_000_000);

/** MAIL-4 · Renders text that is not Markdown as HTML: each character as typed, addresses as links. */
export function plainToHtml(text: string, { linkNumbers = false }: MarkdownOptions = {}): string {
  const key = `${linkNumbers} ${text}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const html = sanitizeHtml(plain.render(text, { linkNumbers }), allowed);
  rendered.set(key, html);
  return html;
}
