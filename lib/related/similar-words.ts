import { folded, isUnseparated } from '#lib/platform/folded.ts';

/** The number of words that are compared: the longest ones of a short description, as they say the most. */
const WORDS = 6;
const SHORTEST = 4;

/** The words by which a text resembles another. */
function significantWords(text: string): string[] {
  const words = new Set(folded(text).match(/[\p{L}\p{N}]+/gu));
  return [...words]
    .filter((word) => word.length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
    .slice(0, WORDS)
    .map((word) => (isUnseparated(word) ? `(${Array.from(word).join(' <-> ')})` : word));
}

/** REL-18 · A `to_tsquery` text that matches two of these words, or the only one; null if there are none. */
export function similarWords(text: string): string | null {
  const words = significantWords(text);
  if (words.length < 2) return words[0] ?? null;
  const pairs = words.flatMap((one, index) => words.slice(index + 1).map((other) => `(${one} & ${other})`));
  return pairs.join(' | ');
}
