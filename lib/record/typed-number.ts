/** A possible number or its beginning: inc10024, CS0001052, 10024. */
export type TypedNumber = { prefix: string; digits: string };

/** The numbers that typed text may mean: the exact number, and those that begin with it. */
export type NumberRanges = { exact: string; ranges: readonly (readonly [low: string, high: string])[] };

/** The number of digits, with leading zeros. */
const DIGITS = 7;

/** Parses words as a number, ignoring case; null if they are something else. */
export function typedNumber(words: string): TypedNumber | null {
  const [, prefix, digits] = /^([a-z]{0,4})[ -]?(\d{1,9})$/i.exec(words) ?? [];
  return digits === undefined ? null : { prefix: (prefix ?? '').toUpperCase(), digits };
}

/** The possible numbers with this prefix; null if another prefix was typed. */
export function numberRanges({ prefix: typed, digits }: TypedNumber, prefix: string): NumberRanges | null {
  if (typed !== '' && typed !== prefix) return null;
  const significant = digits.replace(/^0+/, '') || '0';
  const exact = prefix + significant.padStart(DIGITS, '0');
  const ranges: [string, string][] = [];
  // Leading zeros are part of the number: CS0001 is a beginning, and 1 may be that of 1, 10 to 19, 100 to 199 ...
  const begins = digits.startsWith('0') ? [DIGITS] : lengthsAbove(significant.length);
  const shown = digits.startsWith('0') ? digits : significant;
  for (const length of begins)
    if (shown.length < length) ranges.push([prefix + filled(shown, length, '0'), prefix + filled(shown, length, '9')]);
  return { exact, ranges };
}

const filled = (digits: string, length: number, digit: string) => digits.padEnd(length, digit).padStart(DIGITS, '0');

function lengthsAbove(length: number): number[] {
  return Array.from({ length: Math.max(0, DIGITS - length) }, (_, n) => length + 1 + n);
}
