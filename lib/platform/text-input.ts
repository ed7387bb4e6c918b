import { z } from 'zod';
import { isBlank, withoutInvisible } from './visible-text.ts';

/** PostgreSQL texts cannot contain character 0 or an unpaired surrogate. */
const storable = (text: string) => text.replaceAll('\0', '').toWellFormed();

/** REC-5, Q-13 · A text as typed, with its blanks, up to a maximum length. */
export function textInput(most: number, tooLong?: string) {
  return z.string().overwrite(storable).max(most, tooLong);
}

/** REC-5, Q-13 · A text with visible characters, trimmed. */
export function writtenInput(most: number, missing: string) {
  return textInput(most)
    .trim()
    .refine((text) => !isBlank(text), missing);
}

/** Line ends, invisible characters and changes of text direction: they would break a mail's subject or a list. */
const CONTROL = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** ACC-12 · Whether a text is one line, without control characters. */
export const isOneLine = (text: string) => !CONTROL.test(text);

/** REC-5, ACC-12, Q-13 · One trimmed line without invisible characters: a name, a number, a title. */
export function lineInput(most: number, tooLong?: string) {
  const line = z.string().overwrite(storable).trim().max(most, tooLong);
  return line
    .refine(isOneLine, 'This has a line break or another control character.')
    .overwrite((text) => withoutInvisible(text).trim());
}

/** Q-13 · Search words or a name from a URL: trimmed, and cut instead of refused. */
export function searchInput(text: string, most = 200): string {
  return storable(text).trim().slice(0, most);
}

/** Q-13 · The search words of a type-ahead's URL; empty if it has none. */
export const typedWords = z
  .string()
  .default('')
  .transform((text) => searchInput(text));

/** Escapes characters that LIKE interprets: percent and underscore would match any letters. */
export function escapeLike(words: string): string {
  return words.replaceAll(/[\\%_]/g, '\\$&');
}
