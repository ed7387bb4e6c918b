import { addressesIn } from '#lib/text/markdown.ts';

/** Characters with a meaning anywhere in a Markdown line, except a lone tilde and an underscore within a word. */
const INLINE = /[*`[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|(?<=~)~|&(?=#?\w+;)|\\(?=[!-/:-@[-`{-~]|$)/gu;
/** Characters with a meaning at the beginning of a line: quotes, lists, fences. */
const LEADING = /^(?:[>+-]|~)|^\d+(?=[.)])/;

const escaped = (text: string) => text.replaceAll(INLINE, String.raw`\$&`);

/** A URL cannot contain escapes: it is put in angle brackets if it, or the text after it, would need one. */
function escapedBesideAddresses(line: string): string {
  let at = 0;
  const parts = addressesIn(line).map(({ begin, end }) => {
    const [before, address] = [line.slice(at, begin), line.slice(begin, end)];
    at = end;
    const followed = `${address}${line.slice(end, end + 2)}`;
    return `${escaped(before)}${escaped(followed) === followed ? address : `<${address}>`}`;
  });
  return `${parts.join('')}${escaped(line.slice(at))}`;
}

/** Converts a text into one line of Markdown that shows exactly that text, without markup; URLs stay links. */
export function plainMarkdown(text: string): string {
  const line = escapedBesideAddresses(text.replaceAll(/\s+/g, ' ').trim());
  return line.replace(LEADING, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}
