import sanitizeHtml from 'sanitize-html';
import { allowed, markdownWith } from '#lib/journal/markdown.ts';

const markdown = markdownWith(['heading', 'lheading', 'hr', 'table']);

// The page has a title of its own: whatever level a text begins with, its uppermost headings are those below the title.
markdown.core.ruler.push('headings_below_the_title', ({ tokens }) => {
  const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close');
  const levels = headings.map(({ tag }) => Number(tag.slice(1)));
  const uppermost = Math.min(...levels);
  for (const [index, heading] of headings.entries())
    heading.tag = `h${Math.min(6, (levels[index] ?? 1) - uppermost + 2)}`;
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
export function articleToHtml(text: string): string {
  return sanitizeHtml(markdown.render(text), allowedInArticles);
}
