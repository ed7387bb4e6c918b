import MarkdownIt, { type StateCore, type Token } from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { byteCache } from '#lib/platform/byte-cache.ts';
import { isArticleNumber } from '#lib/record/article-number.ts';
import { kindOfNumber, pathOfNumber } from '#lib/record/kind.ts';
import { isOwn, nameLinks, SCHEMES } from './named-links.ts';

export type MarkdownOptions = { linkNumbers?: boolean };

const subset = ['emphasis', 'strikethrough', 'backticks', 'fence', 'list', 'blockquote', 'link', 'autolink', 'linkify'];
const plain = ['newline', 'escape', 'entity'];

/** A parser for the journal subset plus the given syntax. HTML tags in a text are never kept. */
export function markdownWith(syntax: readonly string[]) {
  const parser = new MarkdownIt('zero', { html: false, breaks: true, linkify: true });
  parser.enable([...subset, ...plain, ...syntax]).core.ruler.push('named_links', nameLinks);
  return parser;
}

const markdown = markdownWith([]);

/** Positions of web addresses in a text, as the parser sees them. */
export function addressesIn(text: string): { begin: number; end: number }[] {
  const found = (text.includes('://') && markdown.linkify.match(text)) || [];
  return found
    .filter(({ schema }) => /^(https?|ftp):$/.test(schema))
    .map(({ index, lastIndex }) => ({ begin: index, end: lastIndex }));
}

const NUMBERS = /\b([A-Z]{2,5}\d{7,})\b/;

/** The parts of a text, with each record or article number as a link (SYNC-PRB-5). */
function linkNumbers(state: StateCore, text: Token): Token[] {
  return text.content.split(NUMBERS).flatMap((part) => {
    const shown = new state.Token('text', '', 0);
    shown.content = part;
    if (!NUMBERS.test(part) || !(kindOfNumber(part) || isArticleNumber(part))) return [shown];
    const open = new state.Token('link_open', 'a', 1);
    open.attrs = [['href', pathOfNumber(part)]];
    return [open, shown, new state.Token('link_close', 'a', -1)];
  });
}

/** SYNC-PRB-5 · Turns numbers in a text into links, if the caller asks for it. */
export function linkRecordNumbers(state: StateCore): void {
  if (!state.env.linkNumbers) return;
  for (const block of state.tokens) {
    let depth = 0;
    block.children = (block.children ?? []).flatMap((token) => {
      depth += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0;
      return token.type === 'text' && depth === 0 ? linkNumbers(state, token) : [token];
    });
  }
}
markdown.core.ruler.push('record_numbers', linkRecordNumbers);

/** HTML that is allowed in a journal text. */
export const allowed = {
  allowedTags: ['p', 'br', 'strong', 'em', 's', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote', 'a', 'bdi'],
  allowedAttributes: { a: ['href', 'rel', 'target', 'dir'], ol: ['start'] },
  allowedSchemes: SCHEMES,
  transformTags: {
    a: (tagName, { href = '' }) => {
      // Isolates the link's text direction, so that preceding bidi marks cannot reorder its text.
      const elsewhere = { dir: 'auto', rel: 'noopener noreferrer', target: '_blank' };
      return { tagName, attribs: { href, ...(isOwn(href) ? {} : elsewhere) } };
    },
  },
} satisfies sanitizeHtml.IOptions;

/** Texts are shown often and never change (REC-1), so each text is rendered once. */
const rendered = byteCache(16_000_000);

/**
 * REC-1 · Renders a journal text as HTML: a Markdown subset, stored as written, sanitized when shown. `linkNumbers` links
 * record numbers in rule-written text. Synchronous: for text that may be long, use `markdownInTurns`.
 */
export function markdownToHtml(text: string, { linkNumbers: links = false }: MarkdownOptions = {}): string {
  const key = `${links} ${text}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const html = sanitizeHtml(markdown.render(text, { linkNumbers: links }), allowed);
  rendered.set(key, html);
  return html;
}
