import { z } from 'zod';
import { isBlank, withoutInvisible } from './visible-text.ts';

/** PostgreSQL has no character 0 in texts, and no half of a pair of surrogates. */
const storable = (text: string) => text.replaceAll('\0', '').toWellFormed();

/** REC-5, Q-13 · A text as somebody typed it, blanks and all, of so many characters at most. */
export function textInput(most: number, tooLong?: string) {
  return z.string().overwrite(storable).max(most, tooLong);
}

/** REC-5, Q-13 · A text of which something is to be seen, without the blanks around it. */
export function writtenInput(most: number, missing: string) {
  return textInput(most)
    .trim()
    .refine((text) => !isBlank(text), missing);
}

/** What ends a line, shows nothing or turns the words after it round: a mail's subject or a list would carry it on. */
const CONTROL = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

/** ACC-12 · Whether a text is one line, without control characters. */
export const isOneLine = (text: string) => !CONTROL.test(text);

/** REC-5, ACC-12, Q-13 · One line without blanks around it and signs that show nothing: a name, a number, a title. */
export function lineInput(most: number, tooLong?: string) {
  const line = z.string().overwrite(storable).trim().max(most, tooLong);
  return line
    .refine(isOneLine, 'This has a line break or another control character.')
    .overwrite((text) => withoutInvisible(text).trim());
}

/** Q-13 · What somebody looks for or names in an address: without the blanks around it, and cut rather than refused. */
export function searchInput(text: string, most = 200): string {
  return storable(text).trim().slice(0, most);
}

/** Q-13 · The words of a type-ahead's address; none where it has none. */
export const typedWords = z
  .string()
  .default('')
  .transform((text) => searchInput(text));

/** Words that LIKE takes for themselves: percent and underscore would stand for any letters. */
export function escapeLike(words: string): string {
  return words.replaceAll(/[\\%_]/g, '\\$&');
}
