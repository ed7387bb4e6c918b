/** Code, in which nothing is escaped, or a sign that is. */
const CODE_OR_ESCAPE = /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|^~{3,}[\s\S]*?^~{3,}|\\([!-/:-@[-`{-~])/gm;

/** MAIL-2 · Markdown as the plain text of a mail: its marks read well as they stand, but for the signs before signs. */
export const plainText = (markdown: string): string =>
  markdown.replaceAll(CODE_OR_ESCAPE, (all, _marks: string | undefined, sign: string | undefined) => sign ?? all);
