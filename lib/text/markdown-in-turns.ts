import { setImmediate } from 'node:timers/promises';
import { piecesOf } from './cut-text.ts';
import { type MarkdownOptions, markdownToHtml } from './markdown.ts';

/** Characters per piece. Takes a few milliseconds, at most 20 measured: nested lists, thousands of links, endless emphasis. */
const PIECE = 4_000;
const TURN_MS = 10;

/** Texts being rendered. Each call renders a text's next piece and returns whether more remain. */
type Line = { texts: (() => boolean)[]; atWork: boolean };

// The framework loads this module more than once per process, but the event loop is shared.
const cached = globalThis as { casebridgeRendering?: Line };

function line(): Line {
  cached.casebridgeRendering ??= { texts: [], atWork: false };
  return cached.casebridgeRendering;
}

/**
 * Q-19 · Renders a text of any length as HTML, in pieces. All texts share one queue, so other requests get their turn after a
 * few milliseconds of work.
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

/** Renders pieces of queued texts until the time slice ends, then yields. */
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

/** Renders a journal text of any length as HTML. */
export const markdownInTurns = (text: string, options: MarkdownOptions = {}): Promise<string> =>
  renderInTurns(text, (piece) => markdownToHtml(piece, options));
