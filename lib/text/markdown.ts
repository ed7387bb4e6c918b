import MarkdownIt, { type StateCore, type Token } from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { byteCache } from '#lib/platform/byte-cache.ts';
import { isArticleNumber } from '#lib/record/article-number.ts';
import { kindOfNumber, pathOfNumber } from '#lib/record/kind.ts';
import { isOwn, nameLinks, SCHEMES } from './named-links.ts';

export type MarkdownOptions = { linkNumbers?: boolean };

const subset = ['emphasis', 'strikethrough', 'backticks', 'fence', 'list', 'blockquote', 'link', 'autolink', 'linkify'];
const plain = ['newline', 'escape', 'entity'];

/** A parser of the subset of journals, and of what is named besides. Tags are never taken from a text. */
export function markdownWith(syntax: readonly string[]) {
  const parser = new MarkdownIt('zero', { html: false, breaks: true, linkify: true });
  parser.enable([...subset, ...plain, ...syntax]).core.ruler.push('named_links', nameLinks);
  return parser;
}

const markdown = markdownWith([]);

/** Where the addresses of pages stand in a text, as the parser sees them. */
export function addressesIn(text: string): { begin: number; end: number }[] {
  const found = (text.includes('://') && markdown.linkify.match(text)) || [];
  return found
    .filter(({ schema }) => /^(https?|ftp):$/.test(schema))
    .map(({ index, lastIndex }) => ({ begin: index, end: lastIndex }));
}

const NUMBERS = /\b([A-Z]{2,5}\d{7,})\b/;

/** The parts of a text, with a link in place of every number of a record or an article (SYNC-PRB-5). */
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

/** SYNC-PRB-5 · Makes the numbers in a text links, where the caller asks for it. */
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

/** What is left of the HTML of a journal text. */
export const allowed = {
  allowedTags: ['p', 'br', 'strong', 'em', 's', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote', 'a', 'bdi'],
  allowedAttributes: { a: ['href', 'rel', 'target', 'dir'], ol: ['start'] },
  allowedSchemes: SCHEMES,
  transformTags: {
    a: (tagName, { href = '' }) => {
      // With a direction of its own no mark that stands before it turns its words round.
      const elsewhere = { dir: 'auto', rel: 'noopener noreferrer', target: '_blank' };
      return { tagName, attribs: { href, ...(isOwn(href) ? {} : elsewhere) } };
    },
  },
} satisfies sanitizeHtml.IOptions;

/** Texts are shown again and again, and never change (REC-1); copies of one text are rendered once. */
const rendered = byteCache(16_000_000);

/**
 * REC-1 · A journal text as HTML: a subset of Markdown, stored as written, sanitised when shown. `linkNumbers` turns the
 * numbers of records into links, in what rules have written. It renders at once: what may be long goes through
 * `markdownInTurns`.
 */
export function markdownToHtml(text: string, { linkNumbers: links = false }: MarkdownOptions = {}): string {
  const key = `${links} ${text}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const html = sanitizeHtml(markdown.render(text, { linkNumbers: links }), allowed);
  rendered.set(key, html);
  return html;
}
