import MarkdownIt, { type StateCore, type Token } from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { kindOfNumber, pathOfNumber } from '#lib/task/kind.ts';

const subset = ['emphasis', 'strikethrough', 'backticks', 'fence', 'list', 'blockquote', 'link', 'autolink', 'linkify'];

const markdown = new MarkdownIt('zero', { html: false, breaks: true, linkify: true }).enable([
  ...subset,
  'newline',
  'escape',
  'entity',
]);

const NUMBERS = /\b([A-Z]{2,5}\d{7,})\b/;

/** The parts of a text, with a link in place of every number of a record. */
function linkNumbers(state: StateCore, text: Token): Token[] {
  return text.content.split(NUMBERS).flatMap((part) => {
    const shown = new state.Token('text', '', 0);
    shown.content = part;
    if (!NUMBERS.test(part) || !kindOfNumber(part)) return [shown];
    const open = new state.Token('link_open', 'a', 1);
    open.attrs = [['href', pathOfNumber(part)]];
    return [open, shown, new state.Token('link_close', 'a', -1)];
  });
}

markdown.core.ruler.push('record_numbers', (state) => {
  if (!state.env.linkNumbers) return;
  for (const block of state.tokens) {
    let depth = 0;
    block.children = (block.children ?? []).flatMap((token) => {
      depth += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0;
      return token.type === 'text' && depth === 0 ? linkNumbers(state, token) : [token];
    });
  }
});

const HERE = 'https://here.invalid';

/** Whether a link stays here. Browsers take `//host`, and a backslash in its place, for another site. */
const isOwn = (href: string) =>
  /^\/(?!%5c)/i.test(href) && URL.canParse(href, HERE) && new URL(href, HERE).origin === HERE;

const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 's', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote', 'a'],
  allowedAttributes: { a: ['href', 'rel', 'target'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  transformTags: {
    a: (tagName, { href = '' }) => {
      const elsewhere: Record<string, string> = isOwn(href) ? {} : { rel: 'noopener noreferrer', target: '_blank' };
      return { tagName, attribs: { href, ...elsewhere } };
    },
  },
};

/** Texts are shown again and again, and never change (REC-1). */
const shown = new Map<string, string>();
const AT_MOST = 2_000;
const LONGEST = 4_000;

/**
 * REC-1 · A journal text as HTML: a subset of Markdown, stored as written, sanitised when shown. `linkNumbers` turns the
 * numbers of records into links, in what rules have written.
 */
export function markdownToHtml(text: string, { linkNumbers: links = false } = {}): string {
  const key = `${links} ${text}`;
  const known = shown.get(key);
  if (known !== undefined) return known;
  const html = sanitizeHtml(markdown.render(text, { linkNumbers: links }), allowed);
  if (text.length > LONGEST) return html;
  if (shown.size >= AT_MOST) shown.clear();
  shown.set(key, html);
  return html;
}
