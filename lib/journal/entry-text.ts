import { cutText } from './cut-text.ts';
import type { MarkdownOptions } from './markdown.ts';
import { markdownInTurns } from './markdown-in-turns.ts';
import type { EntryText } from './timeline-entry.ts';

/** Longer texts are shown by their beginning, ... */
export const LONGEST_SHOWN = 2_000;

/** ... which is so short that *Show all* is worth it. */
const BEGINNING = 1_000;

/** Q-19 · The text of an entry as a timeline shows it. Of a long one it needs no more than a character above the longest. */
export async function entryText(text: string, options: MarkdownOptions): Promise<EntryText> {
  if (text.length <= LONGEST_SHOWN) return { html: await markdownInTurns(text, options) };
  const [beginning] = cutText(text, BEGINNING);
  return { html: await markdownInTurns(beginning, options), isBeginning: true };
}
