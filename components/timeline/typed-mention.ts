import type { Typed, Written } from './use-typed-list.ts';

/** At the beginning or after what is no part of an email address; names have up to three words. */
const MENTION = /(?<=^|[\s(>"'“])@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]+){0,2})$/u;

/** The mention at whose end the caret stands; null where none is typed, or it is one of those that were chosen already. */
export function typedMention(text: string, caret: number, chosen: readonly string[]): Typed | null {
  const typed = MENTION.exec(text.slice(0, caret));
  const words = typed?.[1];
  if (!typed || words === undefined) return null;
  const isChosen = chosen.some((name) => words.startsWith(name));
  return isChosen ? null : { at: typed.index, words };
}

/** The text with the name in the place of what was typed, and where the caret stands then. */
export function withMention(text: string, { at, words }: Typed, name: string): Written {
  const [before, after] = [text.slice(0, at), text.slice(at + 1 + words.length)];
  const written = `${before}@${name}${/^\s/.test(after) ? '' : ' '}`;
  return { text: written + after, caret: `${before}@${name}`.length + 1 };
}
