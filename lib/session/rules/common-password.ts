import { COMMON_PASSWORDS } from '../common-passwords.ts';
import { SHORTEST_PASSWORD } from '../password-length.ts';
import { coverOf, lettersFor } from './guessable-pieces.ts';

const backwards = (text: string) => Array.from(text).reverse().join('');
const lower = (text: string) => text.normalize('NFKC').toLowerCase();
const onlyLetters = (text: string) => text.replaceAll(/\P{L}/gu, '');
const withoutSigns = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Length of the shortest prefix that, repeated, gives the text; the text's own length if there is none. */
function periodOf(text: string): number {
  const signs = Array.from(text);
  for (let length = 1; length <= signs.length / 2; length++)
    if (signs.every((sign, at) => sign === (signs[at % length] ?? ''))) return length;
  return signs.length;
}

/** A repetition is only as strong as the part that it repeats. */
const isRepetition = (text: string) => periodOf(text) < Math.min(SHORTEST_PASSWORD, Array.from(text).length);

/** This few characters besides guessable parts add nothing. */
const LITTLE = 2;
/** This many different common words are hard to guess, however common they are. */
const MANY = 5;

/** Whether little is left without common words and key rows. Digits and signs next to words count as guessed. */
function isMadeOfPieces(text: string, own: ReadonlySet<string>, signs = 0): boolean {
  const { letters, others, words } = coverOf(text, own);
  return letters + (words.length > 0 ? 0 : others + signs) <= LITTLE && new Set(words).size < MANY;
}

/**
 * ACC-11 · Whether a password is guessed early: a listed one, a repetition, or built from common words, the user's `own` words
 * and key rows, with any digits and signs around them or in place of letters.
 */
export function isCommonPassword(password: string, own: readonly string[] = []): boolean {
  const text = lower(password);
  const bare = withoutSigns(text);
  if (COMMON_PASSWORDS.has(text) || isRepetition(text) || isRepetition(bare)) return true;
  const known = new Set(own.flatMap((each) => [withoutSigns(lower(each)), ...lower(each).split(/[^\p{L}\p{N}]+/u)]));
  // The same sign between pieces counts once.
  const signs = new Set(text.replaceAll(/[\p{L}\p{N}]/gu, '')).size;
  return isMadeOfPieces(text, known) || [bare, backwards(bare)].some((each) => isMadeOfPieces(each, known, signs));
}

/** ACC-11 · Whether a password is the other one with changed case, signs, digits or word order. */
export function isSimilarPassword(password: string, other: string): boolean {
  const words = other.split(/\P{L}+/u);
  const orders = [words, words.toReversed()].map((each) => each.join(''));
  const text = lower(password);
  const core = /\p{L}.*\p{L}|\p{L}/su.exec(text)?.[0] ?? '';
  return [text, lettersFor(core)].some((reading) => orders.some((order) => onlyLetters(reading).includes(order)));
}
