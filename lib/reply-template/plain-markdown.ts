import { addressesIn } from '#lib/text/markdown.ts';

/** What Markdown takes for itself anywhere in a line; a lone tilde, and an underscore within a word, it leaves alone. */
const INLINE = /[*`[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|(?<=~)~|&(?=#?\w+;)|\\(?=[!-/:-@[-`{-~]|$)/gu;
/** And at its beginning: quotes, lists, fences. */
const LEADING = /^(?:[>+-]|~)|^\d+(?=[.)])/;

const escaped = (text: string) => text.replaceAll(INLINE, String.raw`\$&`);

/** The address of a page takes no sign before a sign: it stands in brackets where it, or what follows it, would need one. */
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

/** A text as one line of Markdown that shows just that text: nothing in it is markup, and the address of a page leads there. */
export function plainMarkdown(text: string): string {
  const line = escapedBesideAddresses(text.replaceAll(/\s+/g, ' ').trim());
  return line.replace(LEADING, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}
