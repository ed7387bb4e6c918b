import { folded, isUnseparated } from '#lib/platform/folded.ts';
import type { Piece } from './hit.ts';

const WORD = String.raw`[\p{L}\p{N}]`;
const BETWEEN_SIGNS = /[\p{L}\p{N}].*[\p{L}\p{N}]|[\p{L}\p{N}]/su;

/** The typed words, split at whitespace, without surrounding punctuation. */
export function typedWords(words: string): string[] {
  const stripped = words.split(/\s+/).map((word) => BETWEEN_SIGNS.exec(word)?.[0] ?? '');
  return [...new Set(stripped.filter((word) => word !== ''))];
}

/**
 * Splits a text into pieces and marks what was typed. Words match as in the search; the last one may be incomplete. With
 * `anywhere` (names) a match can start inside a word.
 */
export function marked(text: string, words: string, anywhere = false): Piece[] {
  const wanted = typedWords(words);
  if (wanted.length === 0) return text === '' ? [] : [{ text, marked: false }];
  const flat = foldedWithPlaces(text);
  const parts = wanted.flatMap((word, place) => {
    const last = place === wanted.length - 1;
    const whole = pattern(word, last, anywhere);
    if (new RegExp(whole, 'u').test(flat.text)) return [whole];
    // The search splits a word with punctuation inside into several: router/branch.
    return (word.match(/[\p{L}\p{N}]+/gu) ?? []).map((part) => pattern(part, last, anywhere));
  });
  return pieces(text, flat, new RegExp(parts.join('|'), 'gu'));
}

function pattern(word: string, isPrefix: boolean, anywhere: boolean): string {
  const literal = RegExp.escape(folded(word));
  if (anywhere || isUnseparated(word)) return literal;
  return `(?<!${WORD})${literal}${isPrefix ? `${WORD}*` : `(?!${WORD})`}`;
}

/** The folded text, and for each of its letters the position in the original; the last position is the end. */
type Folded = { text: string; places: readonly number[] };

/** A letter with the accents that follow it. */
const LETTER = /.\p{M}*/gsu;

function foldedWithPlaces(text: string): Folded {
  const letters = [...text.matchAll(LETTER)].map(({ 0: letter, index }) => ({ flat: folded(letter), index }));
  const places = letters.flatMap(({ flat, index }) => Array.from({ length: flat.length }, () => index));
  return { text: letters.map(({ flat }) => flat).join(''), places: [...places, text.length] };
}

function pieces(text: string, flat: Folded, wanted: RegExp): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of flat.text.matchAll(wanted)) {
    const [from = end, to = text.length] = [flat.places[match.index], flat.places[match.index + match[0].length]];
    if (from < end) continue;
    if (from > end) found.push({ text: text.slice(end, from), marked: false });
    found.push({ text: text.slice(from, to), marked: true });
    end = to;
  }
  if (end < text.length) found.push({ text: text.slice(end), marked: false });
  return found;
}
