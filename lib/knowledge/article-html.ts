import type { Token } from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { allowed, markdownWith } from '#lib/text/markdown.ts';
import { renderInTurns } from '#lib/text/markdown-in-turns.ts';

const headings = ['heading', 'lheading', 'hr'];
const markdown = markdownWith([...headings, 'table']);
const withoutTables = markdownWith(headings);

const MAX_COLUMNS = 32;
const MAX_CELLS = 2_000;

/** · Whether a table could be far larger than its text, because rows are filled up to the width of the first row. */
function hasHugeTable(piece: string): boolean {
  const widths = piece.split('\n').map((line) => line.split('|').length - 1);
  const columns = Math.max(...widths) + 1;
  return columns > MAX_COLUMNS || columns * widths.length > MAX_CELLS;
}

const levelOf = ({ tag }: Token) => Number(tag.slice(1));

const HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)|^ {0,3}(=+|-+)[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Q-19 · The highest heading level, found by scanning lines, because parsing the whole text at once would take too long. */
function uppermostHeading(text: string): number {
  let uppermost = 6;
  let fence: string | null = null;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const marks = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (marks?.startsWith(fence)) fence = null;
    } else if (marks) {
      fence = marks;
    } else {
      const [found, hashes, underline] = HEADING.exec(line) ?? [];
      if (found) uppermost = Math.min(uppermost, hashes?.length ?? (underline?.startsWith('=') ? 1 : 2));
    }
  }
  return uppermost;
}

// The page has its own title, so the uppermost headings of a text always come one level below it.
for (const parser of [markdown, withoutTables])
  parser.core.ruler.push('headings_below_the_title', ({ tokens, env }) => {
    for (const token of tokens)
      if (token.type === 'heading_open' || token.type === 'heading_close')
        token.tag = `h${Math.min(6, Math.max(2, levelOf(token) - Number(env.uppermost) + 2))}`;
  });

// A table wider than the page scrolls in its own box, also by keyboard.
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

/** ADM-7 · An article as HTML: the elements of journal texts, with headings, rules and tables. Sanitised when shown. */
export function articleToHtml(text: string): Promise<string> {
  const uppermost = uppermostHeading(text);
  const parserOf = (piece: string) => (hasHugeTable(piece) ? withoutTables : markdown);
  return renderInTurns(text, (piece) => sanitizeHtml(parserOf(piece).render(piece, { uppermost }), allowedInArticles));
}
