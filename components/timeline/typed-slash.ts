import type { Typed, Written } from './use-typed-list.ts';

/** At the beginning of a line; a name has up to 80 characters, and a path goes on with another slash. */
const SLASH = /(?<=^|\n)\/((?:[^\s/][^\n/]{0,79})?)$/;

/** The name of a template at whose end the caret stands; null where none is typed. */
export function typedSlash(text: string, caret: number): Typed | null {
  const typed = SLASH.exec(text.slice(0, caret));
  return typed ? { at: typed.index, words: typed[1] ?? '' } : null;
}

/** The text with a template in the place of what was typed, and where the caret stands then. */
export function withTemplate(text: string, { at, words }: Typed, template: string): Written {
  const before = `${text.slice(0, at)}${template}`;
  return { text: before + text.slice(at + 1 + words.length), caret: before.length };
}
