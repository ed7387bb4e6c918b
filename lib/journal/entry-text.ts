import { cutPlainText, cutText } from '#lib/text/cut-text.ts';
import { type TextOptions, textInTurns } from '#lib/text/text-html.ts';
import type { EntryText } from './timeline-entry.ts';

/** Longer texts are shown by their beginning, ... */
export const LONGEST_SHOWN = 2_000;

/** ... which is so short that *Show all* is worth it. */
const BEGINNING = 1_000;

/** Q-19 · The text of an entry as a timeline shows it. Of a long one it needs no more than a character above the longest. */
export async function entryText(text: string, options: TextOptions): Promise<EntryText> {
  if (text.length <= LONGEST_SHOWN) return { html: await textInTurns(text, options) };
  const [beginning] = (options.isPlain ? cutPlainText : cutText)(text, BEGINNING);
  return { html: await textInTurns(beginning, options), isBeginning: true };
}
