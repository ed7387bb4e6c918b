import MarkdownIt, { type StateCore, type Token } from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { isArticleNumber } from '#lib/knowledge/article-number.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { kindOfNumber, pathOfNumber } from '#lib/task/kind.ts';
import { byteCache } from './byte-cache.ts';

export type MarkdownOptions = { linkNumbers?: boolean };

const subset = ['emphasis', 'strikethrough', 'backticks', 'fence', 'list', 'blockquote', 'link', 'autolink', 'linkify'];
const plain = ['newline', 'escape', 'entity'];

/** A parser of the subset of journals, and of what is named besides. Tags are never taken from a text. */
export function markdownWith(syntax: readonly string[]) {
  const parser = new MarkdownIt('zero', { html: false, breaks: true, linkify: true });
  parser.enable([...subset, ...plain, ...syntax]).core.ruler.push('hosts', nameHosts);
  return parser;
}

const HERE = 'https://here.invalid';

/** The site to which a link with words of its own leads; null where it stays here, or is none of a site. */
function hostElsewhere(link: Token): string | null {
  const url = URL.parse(String(link.attrGet('href')), HERE);
  const isSite = link.info !== 'auto' && url !== null && /^https?:$/.test(url.protocol);
  return isSite && url.origin !== HERE ? url.host : null;
}

/** ACC-12 · Behind words that lead to another site stands its name: words can be those of any other site. */
function nameHosts(state: StateCore): void {
  for (const block of state.tokens) {
    let [host, words]: [string | null, string] = [null, ''];
    block.children = (block.children ?? []).flatMap((token) => {
      words += token.content;
      if (token.type === 'link_open') [host, words] = [hostElsewhere(token), ''];
      if (token.type !== 'link_close' || host === null || isBlank(words)) return [token];
      const named = new state.Token('text', '', 0);
      named.content = ` (${host})`;
      return [token, named];
    });
  }
}

const markdown = markdownWith([]);

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

/** Whether a link stays here. Browsers take `//host`, and a backslash in its place, for another site. */
const isOwn = (href: string) =>
  /^\/(?!%5c)/i.test(href) && URL.canParse(href, HERE) && new URL(href, HERE).origin === HERE;

/** What is left of the HTML of a journal text. */
export const allowed = {
  allowedTags: ['p', 'br', 'strong', 'em', 's', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote', 'a'],
  allowedAttributes: { a: ['href', 'rel', 'target'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  transformTags: {
    a: (tagName, { href = '' }) => {
      const elsewhere: Record<string, string> = isOwn(href) ? {} : { rel: 'noopener noreferrer', target: '_blank' };
      return { tagName, attribs: { href, ...elsewhere } };
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
