/** A page's address: the parser takes it as a whole, so that a backslash in it would become a part of it. */
const ADDRESS = /((?:https?|ftp):\/\/[^\s<>"'`\\*[\]]+)/;

/** What Markdown reads anywhere in a line. An underscore within a word and an ampersand before none of its names mean themselves. */
const ANYWHERE = /[\\`*[\]<>~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;

/** What it reads at the beginning of a line alone: headings, lists and the lines below and between. */
const AT_BEGINNING = /^(?:[#+=-]|\d{1,9}(?=[.)]))/;

const TAB = 4;

function escapedLine(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const parts = line.slice(indent.length).split(ADDRESS);
  const escaped = parts.map((part, at) => (at % 2 === 1 ? part : part.replaceAll(ANYWHERE, '\\$&'))).join('');
  // A number is followed by what makes a list of it; of the others the character itself is meant.
  const begun = escaped.replace(AT_BEGINNING, (first) => (/\d/.test(first) ? `${first}\\` : `\\${first}`));
  // Blanks at the beginning would make code or a list of it.
  return '\u00a0'.repeat(indent.replaceAll('\t', ' '.repeat(TAB)).length) + begun;
}

/** MAIL-4 · A text that is no Markdown, written in Markdown: it is shown as it was typed. */
export function plainToMarkdown(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(escapedLine)
    .join('\n');
}
