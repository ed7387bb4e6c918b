import { folded, isUnseparated } from '#lib/platform/folded.ts';

/** So many words of a short description are looked for, the longest ones: they say the most. */
const WORDS = 6;
const SHORTEST = 4;

/** The words of a text by which another one resembles it. */
function tellingWords(text: string): string[] {
  const words = new Set(folded(text).match(/[\p{L}\p{N}]+/gu));
  return [...words]
    .filter((word) => word.length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
    .slice(0, WORDS)
    .map((word) => (isUnseparated(word) ? `(${Array.from(word).join(' <-> ')})` : word));
}

/** REL-18 · Texts that hold two of the words of this one, or the only one, as PostgreSQL's `to_tsquery` reads it; null without. */
export function similarWords(text: string): string | null {
  const words = tellingWords(text);
  if (words.length < 2) return words[0] ?? null;
  const pairs = words.flatMap((one, index) => words.slice(index + 1).map((other) => `(${one} & ${other})`));
  return pairs.join(' | ');
}
