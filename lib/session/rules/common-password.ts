import { COMMON_PASSWORDS } from '../common-passwords.ts';
import { SHORTEST_PASSWORD } from '../password-length.ts';
import { coverOf, lettersFor } from './guessable-pieces.ts';

const backwards = (text: string) => Array.from(text).reverse().join('');
const lower = (text: string) => text.normalize('NFKC').toLowerCase();
const onlyLetters = (text: string) => text.replaceAll(/\P{L}/gu, '');
const withoutSigns = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** How long the beginning of a text is that it repeats to its end; its own length where there is none. */
function periodOf(text: string): number {
  const signs = Array.from(text);
  for (let length = 1; length <= signs.length / 2; length++)
    if (signs.every((sign, at) => sign === (signs[at % length] ?? ''))) return length;
  return signs.length;
}

/** What repeats itself is as long as what it repeats, and that is no password. */
const isRepetition = (text: string) => periodOf(text) < Math.min(SHORTEST_PASSWORD, Array.from(text).length);

/** So little beside what is guessed early takes no time to guess. */
const LITTLE = 2;
/** So many different common words are no longer guessed, however common they are. */
const MANY = 5;

/** Whether hardly anything is left without common words and rows of keys. Digits and signs around words are guessed with them. */
function isMadeOfPieces(text: string, own: ReadonlySet<string>, signs = 0): boolean {
  const { letters, others, words } = coverOf(text, own);
  return letters + (words.length > 0 ? 0 : others + signs) <= LITTLE && new Set(words).size < MANY;
}

/**
 * ACC-11 · whether guessers try a password early: it is one of the list, a repetition, or made of common words, words of
 * the person's `own` and rows of keys, whatever digits and signs stand around them or instead of letters.
 */
export function isCommonPassword(password: string, own: readonly string[] = []): boolean {
  const text = lower(password);
  const bare = withoutSigns(text);
  if (COMMON_PASSWORDS.has(text) || isRepetition(text) || isRepetition(bare)) return true;
  const known = new Set(own.flatMap((each) => [withoutSigns(lower(each)), ...lower(each).split(/[^\p{L}\p{N}]+/u)]));
  // The same sign between pieces is one.
  const signs = new Set(text.replaceAll(/[\p{L}\p{N}]/gu, '')).size;
  return isMadeOfPieces(text, known) || [bare, backwards(bare)].some((each) => isMadeOfPieces(each, known, signs));
}

/** ACC-11 · Whether a password is another one in other cases, with other signs and digits, or its words in another order. */
export function isRelativeOf(password: string, other: string): boolean {
  const words = other.split(/\P{L}+/u);
  const orders = [words, words.toReversed()].map((each) => each.join(''));
  const text = lower(password);
  const core = /\p{L}.*\p{L}|\p{L}/su.exec(text)?.[0] ?? '';
  return [text, lettersFor(core)].some((reading) => orders.some((order) => onlyLetters(reading).includes(order)));
}
