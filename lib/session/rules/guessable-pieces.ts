import { COMMON_PASSWORDS, COMMON_WORDS } from '../common-passwords.ts';

const SHIFTED = '~!@#$%^&*()_+{}|:"<>?';
const UNSHIFTED = "`1234567890-=[]\\;',./";
const unshifted = (sign: string) => UNSHIFTED[SHIFTED.indexOf(sign)] ?? sign;

/** The alphabet, and keyboards along their rows and down their columns. */
const ROWS = String.raw`
  abcdefghijklmnopqrstuvwxyz
  1234567890-= qwertyuiop[]\ asdfghjkl;' zxcvbnm,./ qwertzuiop yxcvbnm azertyuiop qsdfghjklm
  1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm 8ik, 9ol. 0p;/
`
  .trim()
  .split(/\s+/);
const STEPS = new Set(ROWS.flatMap((row) => Array.from(row.slice(1), (sign, at) => `${row[at]}${sign}`)));
const isStep = (one = '', next = '') => (next !== '' && one === next) || STEPS.has(one + next) || STEPS.has(next + one);

const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  ['0o', '1i', '3e', '4a', '5s', '7t', '@a', '$s', '!i'].map((pair) => Array.from(pair)),
);

/** Replaces signs that look like letters with those letters. */
export const lettersFor = (text: string) => text.replaceAll(/[013457@$!]/g, (sign) => LOOKALIKES[sign] ?? sign);

const LONGEST_WORD = 30;
const SHORTEST_PIECE = 3;

/** What is left of a text without its guessable parts, and the words that were removed. */
type Cover = { letters: number; others: number; words: readonly string[] };

const NOTHING: Cover = { letters: 0, others: 0, words: [] };
const costOf = ({ letters, others, words }: Cover) => letters * 1e6 + others * 1e3 + words.length;

/**
 * ACC-11 · Splits a lower-case text into common password words, the user's `own` words and key rows, so that as little as
 * possible is left.
 */
export function coverOf(text: string, own: ReadonlySet<string>): Cover {
  const keys = Array.from({ length: text.length }, (_, at) => unshifted(text.charAt(at)));
  const letters = lettersFor(text);
  const isWord = (word: string) => COMMON_WORDS.has(word) || COMMON_PASSWORDS.has(word) || own.has(word);
  const best: Cover[] = [NOTHING];
  const offer = (at: number, cover: Cover) => {
    const known = best[at];
    if (!known || costOf(cover) < costOf(known)) best[at] = cover;
  };
  for (let at = 0; at < text.length; at++) {
    const before = best[at] ?? NOTHING;
    const isLetter = /\p{L}/u.test(text.charAt(at));
    offer(at + 1, { ...before, letters: before.letters + +isLetter, others: before.others + +!isLetter });
    for (let end = at + 1; isStep(keys[end - 1], keys[end]); end++)
      if (end + 1 - at >= SHORTEST_PIECE) offer(end + 1, before);
    for (let end = at + SHORTEST_PIECE; end <= Math.min(text.length, at + LONGEST_WORD); end++) {
      const word = [text.slice(at, end), letters.slice(at, end)].find(isWord);
      if (word !== undefined) offer(end, { ...before, words: [...before.words, word] });
    }
  }
  return best[text.length] ?? NOTHING;
}
