/** Where a text is best cut: before a new paragraph, at an empty line, at the end of a line, between words. */
const places = [/\n[ \t]*\n(?=\S)/g, /\n[ \t]*\n/g, /\n/g, /[ \t]/g] as const;

const FENCE = /^( {0,3})(`{3,}(?=[^`\n]*$)|~{3,})(.*)$/gm;
const LONGEST_FENCE = 80;

/** The line that opened the block of code in which this text ends, and the one that ends it; null where it ends in none. */
function openFence(text: string): { line: string; end: string } | null {
  let open: { line: string; end: string } | null = null;
  for (const [line, indent = '', marks = '', info = ''] of text.matchAll(FENCE)) {
    if (!open) open = { line: line.slice(0, LONGEST_FENCE), end: `${indent}${marks}`.slice(0, LONGEST_FENCE) };
    else if (marks.startsWith(open.end.trim()) && info.trim() === '') open = null;
  }
  return open;
}

/** The last of the best places in the second half, or the end; never within a character of two parts. */
function placeOfCut(text: string, most: number): number {
  const half = Math.floor(most / 2);
  const later = text.slice(half, most);
  for (const place of places) {
    const last = [...later.matchAll(place)].at(-1);
    if (last) return half + last.index + last[0].length;
  }
  return /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
}

/** Q-19 · The same of a text that is no Markdown: nothing is closed or opened. */
export function cutPlainText(text: string, most: number): [beginning: string, rest: string] {
  const place = text.length <= most ? text.length : placeOfCut(text, most);
  return [text.slice(0, place), text.slice(place)];
}

/**
 * Q-19 · Cuts a Markdown text into its beginning, of at most so many characters, and the rest, each of which can be
 * rendered by itself: a block of code that the cut divides is closed in the one and opened again in the other.
 */
export function cutText(text: string, most: number): [beginning: string, rest: string] {
  if (text.length <= most) return [text, ''];
  const place = placeOfCut(text, most);
  const [beginning, rest] = [text.slice(0, place), text.slice(place)];
  const fence = openFence(beginning);
  if (!fence) return [beginning, rest];
  return [`${beginning.trimEnd()}\n${fence.end}`, `${fence.line}\n${rest}`];
}

/** Cuts a text into pieces of about so many characters. */
const piecesBy = (cut: typeof cutText) => (text: string, most: number) => {
  const pieces: string[] = [];
  for (let left = text; left !== ''; ) {
    const [piece, rest] = cut(left, most);
    pieces.push(piece);
    left = rest;
  }
  return pieces;
};

/** Q-19 · The whole text in pieces, each of which can be rendered by itself. */
export const piecesOf = piecesBy(cutText);
export const plainPiecesOf = piecesBy(cutPlainText);
