import type { Token } from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { allowed, markdownWith } from '#lib/journal/markdown.ts';
import { renderInTurns } from '#lib/journal/markdown-in-turns.ts';

const syntax = ['heading', 'lheading', 'hr', 'table'];
const markdown = markdownWith(syntax);

/** Finds blocks and looks into none. */
const outline = markdownWith(syntax);
outline.core.ruler.disable('inline');

const levelOf = ({ tag }: Token) => Number(tag.slice(1));

function uppermostHeading(text: string): number {
  const headings = outline.parse(text, {}).filter(({ type }) => type === 'heading_open');
  return Math.min(6, ...headings.map(levelOf));
}

// The page has a title of its own: whatever level a text begins with, its uppermost headings are those below the title.
markdown.core.ruler.push('headings_below_the_title', ({ tokens, env }) => {
  for (const token of tokens)
    if (token.type === 'heading_open' || token.type === 'heading_close')
      token.tag = `h${Math.min(6, levelOf(token) - Number(env.uppermost) + 2)}`;
});

// A table that is wider than the page is moved in a box of its own, by the keyboard too.
markdown.renderer.rules.table_open = () => '<div class="table-box" tabindex="0"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';

const aligned = { 'text-align': [/^(left|center|right)$/] };
const tags = ['h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'div', 'table', 'thead', 'tbody', 'tr', 'th', 'td'];

const allowedInArticles: sanitizeHtml.IOptions = {
  ...allowed,
  allowedTags: [...allowed.allowedTags, ...tags],
  allowedAttributes: { ...allowed.allowedAttributes, div: ['tabindex'], th: ['style'], td: ['style'] },
  allowedClasses: { div: ['table-box'] },
  allowedStyles: { th: aligned, td: aligned },
};

/** ADM-7 · The text of an article as HTML: what a journal text may hold, with headings, rules and tables; sanitised when shown. */
export function articleToHtml(text: string): Promise<string> {
  const uppermost = uppermostHeading(text);
  return renderInTurns(text, (piece) => sanitizeHtml(markdown.render(piece, { uppermost }), allowedInArticles));
}
