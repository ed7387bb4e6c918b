/** Preferred places to cut: before a new paragraph, at an empty line, at a line end, between words. */
const places = [/\n[ \t]*\n(?=\S)/g, /\n[ \t]*\n/g, /\n/g, /[ \t]/g] as const;

const FENCE = /^( {0,3})(`{3,}(?=[^`\n]*$)|~{3,})(.*)$/gm;
const LONGEST_FENCE = 80;

/** The line that opened the code block in which this text ends, and the line that closes it; null if there is none. */
function openFence(text: string): { line: string; end: string } | null {
  let open: { line: string; end: string } | null = null;
  for (const [line, indent = '', marks = '', info = ''] of text.matchAll(FENCE)) {
    if (!open) open = { line: line.slice(0, LONGEST_FENCE), end: `${indent}${marks}`.slice(0, LONGEST_FENCE) };
    else if (marks.startsWith(open.end.trim()) && info.trim() === '') open = null;
  }
  return open;
}

/** The last of the best cut places in the second half, or the end; never inside a surrogate pair. */
function placeOfCut(text: string, most: number): number {
  const half = Math.floor(most / 2);
  const later = text.slice(half, most);
  for (const place of places) {
    const last = [...later.matchAll(place)].at(-1);
    if (last) return half + last.index + last[0].length;
  }
  return /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
}

/** Q-19 · The same for text that is not Markdown: no code block is closed or reopened. */
export function cutPlainText(text: string, most: number): [beginning: string, rest: string] {
  const place = text.length <= most ? text.length : placeOfCut(text, most);
  return [text.slice(0, place), text.slice(place)];
}

/**
 * Q-19 · Cuts a Markdown text into a beginning of at most `most` characters and the rest. Each part renders by itself: a
 * divided code block is closed in the first part and reopened in the second.
 */
export function cutText(text: string, most: number): [beginning: string, rest: string] {
  if (text.length <= most) return [text, ''];
  const place = placeOfCut(text, most);
  const [beginning, rest] = [text.slice(0, place), text.slice(place)];
  const fence = openFence(beginning);
  if (!fence) return [beginning, rest];
  return [`${beginning.trimEnd()}\n${fence.end}`, `${fence.line}\n${rest}`];
}

/** Cuts a text into pieces of about `most` characters. */
const piecesBy = (cut: typeof cutText) => (text: string, most: number) => {
  const pieces: string[] = [];
  for (let left = text; left !== ''; ) {
    const [piece, rest] = cut(left, most);
    pieces.push(piece);
    left = rest;
  }
  return pieces;
};

/** Q-19 · The whole text in pieces that each render by themselves. */
export const piecesOf = piecesBy(cutText);
export const plainPiecesOf = piecesBy(cutPlainText);
