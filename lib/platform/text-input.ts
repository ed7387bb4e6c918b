import { z } from 'zod';

/** PostgreSQL has no character 0 in texts, and no half of a pair of surrogates. */
const storable = (text: string) => text.replaceAll('\0', '').toWellFormed();

/** REC-5, Q-13 · A text as somebody typed it, blanks and all, of so many characters at most. */
export function textInput(most: number, tooLong?: string) {
  return z.string().overwrite(storable).max(most, tooLong);
}

/** REC-5, Q-13 · The same without the blanks around it: a name, a number, a title. */
export function lineInput(most: number, tooLong?: string) {
  return z.string().overwrite(storable).trim().max(most, tooLong);
}

/** Q-13 · What somebody looks for or names in an address: without the blanks around it, and cut rather than refused. */
export function searchInput(text: string, most = 200): string {
  return storable(text).trim().slice(0, most);
}

/** Words that LIKE takes for themselves: percent and underscore would stand for any letters. */
export function escapeLike(words: string): string {
  return words.replaceAll(/[\\%_]/g, '\\$&');
}
