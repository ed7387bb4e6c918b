import { setImmediate } from 'node:timers/promises';
import { piecesOf } from './cut-text.ts';
import { type MarkdownOptions, markdownToHtml } from './markdown.ts';

/** Costs some milliseconds, 20 at the worst that was measured: nested lists, thousands of links, emphasis without end. */
const PIECE = 4_000;
const TURN_MS = 10;

/** How long all that render have worked since others had their turn, in milliseconds. */
let worked = 0;

/** Q-19 · A text of any length as HTML. It is rendered in pieces, and other requests have their turn between them. */
export async function renderInTurns(text: string, render: (piece: string) => string): Promise<string> {
  let html = '';
  for (const piece of piecesOf(text, PIECE)) {
    const began = performance.now();
    html += render(piece);
    worked += performance.now() - began;
    if (worked < TURN_MS) continue;
    await setImmediate();
    worked = 0;
  }
  return html;
}

/** A journal text of any length as HTML. */
export const markdownInTurns = (text: string, options: MarkdownOptions = {}): Promise<string> =>
  renderInTurns(text, (piece) => markdownToHtml(piece, options));
