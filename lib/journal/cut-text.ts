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

/** Q-19 · The whole text in pieces of about so many characters. */
export function piecesOf(text: string, most: number): string[] {
  const pieces: string[] = [];
  for (let left = text; left !== ''; ) {
    const [piece, rest] = cutText(left, most);
    pieces.push(piece);
    left = rest;
  }
  return pieces;
}
