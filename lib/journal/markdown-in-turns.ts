import { setImmediate } from 'node:timers/promises';
import { piecesOf } from './cut-text.ts';
import { type MarkdownOptions, markdownToHtml } from './markdown.ts';

/** Costs some milliseconds, 20 at the worst that was measured: nested lists, thousands of links, emphasis without end. */
const PIECE = 4_000;
const TURN_MS = 10;

type Line = { pieces: (() => void)[]; atWork: boolean };

// The framework loads this module more than once in a process, whose loop is one.
const cached = globalThis as { casebridgeRendering?: Line };

function line(): Line {
  cached.casebridgeRendering ??= { pieces: [], atWork: false };
  return cached.casebridgeRendering;
}

/**
 * Q-19 · A text of any length as HTML. It is rendered in pieces; the pieces of all texts stand in one line, and however
 * many they are, other requests have their turn after some milliseconds of work.
 */
export async function renderInTurns(text: string, render: (piece: string) => string): Promise<string> {
  let html = '';
  for (const piece of piecesOf(text, PIECE)) html += await inLine(() => render(piece));
  return html;
}

function inLine(render: () => string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  line().pieces.push(() => {
    try {
      resolve(render());
    } catch (error) {
      reject(error);
    }
  });
  void workOff(line());
  return promise;
}

/** Does pieces until a turn is used up, then lets others have theirs. */
async function workOff(all: Line): Promise<void> {
  if (all.atWork) return;
  all.atWork = true;
  while (all.pieces.length > 0) {
    await setImmediate();
    const began = performance.now();
    while (performance.now() - began < TURN_MS) {
      const next = all.pieces.shift();
      if (!next) break;
      next();
    }
  }
  all.atWork = false;
}

/** A journal text of any length as HTML. */
export const markdownInTurns = (text: string, options: MarkdownOptions = {}): Promise<string> =>
  renderInTurns(text, (piece) => markdownToHtml(piece, options));
