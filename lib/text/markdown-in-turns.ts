import { setImmediate } from 'node:timers/promises';
import { piecesOf } from './cut-text.ts';
import { type MarkdownOptions, markdownToHtml } from './markdown.ts';

/** Costs some milliseconds, 20 at the worst that was measured: nested lists, thousands of links, emphasis without end. */
const PIECE = 4_000;
const TURN_MS = 10;

/** Texts that are being rendered: each renders its next piece, and says whether there are more. */
type Line = { texts: (() => boolean)[]; atWork: boolean };

// The framework loads this module more than once in a process, whose loop is one.
const cached = globalThis as { casebridgeRendering?: Line };

function line(): Line {
  cached.casebridgeRendering ??= { texts: [], atWork: false };
  return cached.casebridgeRendering;
}

/**
 * Q-19 · A text of any length as HTML. It is rendered in pieces; all texts stand in one line, and however many they are,
 * other requests have their turn after some milliseconds of work.
 */
export function renderInTurns(
  text: string,
  render: (piece: string) => string,
  divide: typeof piecesOf = piecesOf,
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const pieces = Iterator.from(divide(text, PIECE));
  let html = '';
  line().texts.push(() => {
    try {
      const next = pieces.next();
      if (next.done) resolve(html);
      else html += render(next.value);
      return !next.done;
    } catch (error) {
      reject(error);
      return false;
    }
  });
  void workOff(line());
  return promise;
}

/** Renders pieces, of one text after the other, until a turn is used up; then others have theirs. */
async function workOff(all: Line): Promise<void> {
  if (all.atWork) return;
  all.atWork = true;
  while (all.texts.length > 0) {
    await setImmediate();
    const began = performance.now();
    while (performance.now() - began < TURN_MS) {
      const goOn = all.texts.shift();
      if (!goOn) break;
      if (goOn()) all.texts.push(goOn);
    }
  }
  all.atWork = false;
}

/** A journal text of any length as HTML. */
export const markdownInTurns = (text: string, options: MarkdownOptions = {}): Promise<string> =>
  renderInTurns(text, (piece) => markdownToHtml(piece, options));
