/** A web address. The parser takes it as a whole, so a backslash would become part of it. */
const ADDRESS = /((?:https?|ftp):\/\/[^\s<>"'`\\*[\]]+)/;

/** Markdown syntax anywhere in a line. An underscore within a word, or an ampersand that starts no entity, is literal. */
const ANYWHERE = /[\\`*[\]<>~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu;

/** Markdown syntax only at the start of a line: headings, lists and underlines. */
const AT_BEGINNING = /^(?:[#+=-]|\d{1,9}(?=[.)]))/;

const TAB = 4;

function escapedLine(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const parts = line.slice(indent.length).split(ADDRESS);
  const escaped = parts.map((part, at) => (at % 2 === 1 ? part : part.replaceAll(ANYWHERE, '\\$&'))).join('');
  // Escape the mark after a number, or else the character itself.
  const begun = escaped.replace(AT_BEGINNING, (first) => (/\d/.test(first) ? `${first}\\` : `\\${first}`));
  // Leading spaces would create a code block or a list.
  return '\u00a0'.repeat(indent.replaceAll('\t', ' '.repeat(TAB)).length) + begun;
}

/** MAIL-4 · Converts text that is not Markdown to Markdown, so that it shows as typed. */
export function plainToMarkdown(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(escapedLine)
    .join('\n');
}
