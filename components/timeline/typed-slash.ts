import type { Typed, Written } from './use-typed-list.ts';

/** At the start of a line; a name has up to 80 characters. A second slash means a path. */
const SLASH = /(?<=^|\n)\/((?:[^\s/][^\n/]{0,79})?)$/;

/** The template name that ends at the caret; null: none. */
export function typedSlash(text: string, caret: number): Typed | null {
  const typed = SLASH.exec(text.slice(0, caret));
  return typed ? { at: typed.index, words: typed[1] ?? '' } : null;
}

/** The text with the template in place of the typed words, and the new caret position. */
export function withTemplate(text: string, { at, words }: Typed, template: string): Written {
  const before = `${text.slice(0, at)}${template}`;
  return { text: before + text.slice(at + 1 + words.length), caret: before.length };
}
