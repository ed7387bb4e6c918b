import { COMMON_PASSWORDS, COMMON_WORDS } from '../common-passwords.ts';

const ROWS = ['1234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm'];
const backwards = (text: string) => Array.from(text).reverse().join('');
const RUNS = ROWS.map((row) => row.repeat(20)).flatMap((run) => [run, backwards(run)]);

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const lettersFor = (text: string) => text.replaceAll(/[013457@$!]/g, (sign) => LOOKALIKES[sign] ?? sign);

/** Whether a text is made of a few characters, again and again. */
const repeats = (text: string, length: number) =>
  Array.from(text).every((sign, at, all) => sign === (all[at % length] ?? ''));

/** The word that a text consists of, once or several times: `dragondragon` is `dragon`. */
function wordOf(letters: string): string {
  for (let length = 1; length < letters.length; length++)
    if (letters.length % length === 0 && repeats(letters, length)) return letters.slice(0, length);
  return letters;
}

/**
 * ACC-11 · whether guessers try a password early: it is one of the list, a run or repetition of characters, or a common
 * word, or one of the person's `own`, once or repeated, with digits and signs around or instead of letters.
 */
export function isCommonPassword(password: string, own: readonly string[] = []): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  if (COMMON_PASSWORDS.has(text) || RUNS.some((run) => run.includes(text))) return true;
  if ([1, 2, 3, 4].some((length) => repeats(text, length))) return true;
  const known = new Set(own.map((word) => word.toLowerCase().replaceAll(/\P{L}/gu, '')).filter(Boolean));
  const core = text.replaceAll(/^\P{L}+|\P{L}+$/gu, '');
  const readings = [text.replaceAll(/\P{L}/gu, ''), lettersFor(core).replaceAll(/\P{L}/gu, '')];
  return readings.map(wordOf).some((word) => COMMON_WORDS.has(word) || COMMON_PASSWORDS.has(word) || known.has(word));
}
