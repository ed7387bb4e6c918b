import type { Typed, Written } from './use-typed-list.ts';

/** At the start, or after a character that cannot be part of an email address; names have up to three words. */
const MENTION = /(?<=^|[\s(>"'“])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+){0,2})$/u;

/** The mention that ends at the caret; null: none, or it is already a chosen one. */
export function typedMention(text: string, caret: number, chosen: readonly string[]): Typed | null {
  const typed = MENTION.exec(text.slice(0, caret));
  const words = typed?.[1];
  if (!typed || words === undefined) return null;
  const isChosen = chosen.some((name) => words.startsWith(name));
  return isChosen ? null : { at: typed.index, words };
}

/** The text with the chosen name in place of the typed words, and the new caret position. */
export function withMention(text: string, { at, words }: Typed, name: string): Written {
  const [before, after] = [text.slice(0, at), text.slice(at + 1 + words.length)];
  const written = `${before}@${name}${/^\s/.test(after) ? '' : ' '}`;
  return { text: written + after, caret: `${before}@${name}`.length + 1 };
}
