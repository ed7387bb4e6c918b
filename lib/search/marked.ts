import type { Piece } from './hit.ts';

const WORD = String.raw`[\p{L}\p{N}]`;

/** What was typed, taken apart at blanks, without the punctuation around each word. */
export function typedWords(words: string): string[] {
  const stripped = words.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  return [...new Set(stripped.filter((word) => word !== ''))];
}

/**
 * A text in pieces, with what was typed marked: words as the search takes them, the last one perhaps not finished. In
 * names a part is found `anywhere`.
 */
export function marked(text: string, words: string, anywhere = false): Piece[] {
  const wanted = typedWords(words);
  if (wanted.length === 0) return text === '' ? [] : [{ text, marked: false }];
  const parts = wanted.flatMap((word, place) => {
    const last = place === wanted.length - 1;
    const whole = pattern(word, last, anywhere);
    if (new RegExp(whole, 'iu').test(text)) return [whole];
    // A word with punctuation inside is several to the search: router/branch.
    return (word.match(/[\p{L}\p{N}]+/gu) ?? []).map((part) => pattern(part, last, anywhere));
  });
  return pieces(text, new RegExp(parts.join('|'), 'giu'));
}

function pattern(word: string, mayGoOn: boolean, anywhere: boolean): string {
  const literal = RegExp.escape(word);
  if (anywhere) return literal;
  return `(?<!${WORD})${literal}${mayGoOn ? `${WORD}*` : `(?!${WORD})`}`;
}

function pieces(text: string, wanted: RegExp): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(wanted)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index), marked: false });
    found.push({ text: match[0], marked: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end), marked: false });
  return found;
}
