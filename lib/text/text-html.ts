import { plainPiecesOf } from './cut-text.ts';
import type { MarkdownOptions } from './markdown.ts';
import { markdownInTurns, renderInTurns } from './markdown-in-turns.ts';
import { plainToHtml } from './plain-html.ts';

/** `isPlain`: MAIL-4 · the text came by email and is not Markdown. */
export type TextOptions = MarkdownOptions & { isPlain?: boolean };

/** REC-1, MAIL-4 · Renders an entry's text of any length as HTML, for a page or an email. */
export async function queuedTextHtml(text: string, { isPlain = false, ...options }: TextOptions = {}): Promise<string> {
  if (!isPlain) return markdownInTurns(text, options);
  const html = await renderInTurns(text, (piece) => plainToHtml(piece, options), plainPiecesOf);
  return `<div class="as-typed">${html}</div>`;
}
