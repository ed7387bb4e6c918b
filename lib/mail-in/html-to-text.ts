import { compile } from 'html-to-text';
import { withinTime } from './within-time.ts';

const LONGEST_HTML = 1_500_000;

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: 60, maxChildNodes: 3_000, maxInputLength: LONGEST_HTML },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'template', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false, linkBrackets: ['<', '>'] } },
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'h3', options: { uppercase: false } },
    { selector: 'table', format: 'block' },
  ],
});

/** Links that lead elsewhere than to a page: they run something, or show what they carry. */
const OTHER_LINKS = / ?<(?!https?:\/\/|mailto:)[a-z][a-z\d+.-]*:[^>\n]*>/gi;

/** MAIL-4 · What HTML says, as plain text; what is quoted begins with `>`. Nothing of it that a browser would run. */
export function htmlToText(html: string): string {
  if (html === '') return '';
  const text = withinTime(2_000, () => convert(html.slice(0, LONGEST_HTML)));
  return (text ?? '').replaceAll(OTHER_LINKS, '');
}
