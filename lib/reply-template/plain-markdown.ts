/** What Markdown takes for itself anywhere in a line; a lone tilde, and an underscore within a word, it leaves alone. */
const INLINE = /[*`[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|(?<=~)~|&(?=#?\w+;)|\\(?=[!-/:-@[-`{-~]|$)/gu;
/** And at its beginning: quotes, lists, fences. */
const LEADING = /^(?:[>+-]|~)|^\d+(?=[.)])/;

/** A text as one line of Markdown that shows just that text: nothing in it is markup. */
export function plainMarkdown(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const escaped = line.replaceAll(INLINE, String.raw`\$&`);
  return escaped.replace(LEADING, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}
