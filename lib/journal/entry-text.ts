import { cutPlainText, cutText } from '#lib/text/cut-text.ts';
import { queuedTextHtml, type TextOptions } from '#lib/text/text-html.ts';
import type { EntryText } from './timeline-entry.ts';

/** Longer texts are shortened, ... */
export const LONGEST_SHOWN = 2_000;

/** ... so much that *Show all* is worthwhile. */
const BEGINNING = 1_000;

/** Q-19 · The text of an entry as a timeline shows it. Of a long text it only needs one character more than the limit. */
export async function entryText(text: string, options: TextOptions): Promise<EntryText> {
  if (text.length <= LONGEST_SHOWN) return { html: await queuedTextHtml(text, options) };
  const [beginning] = (options.isPlain ? cutPlainText : cutText)(text, BEGINNING);
  return { html: await queuedTextHtml(beginning, options), isBeginning: true };
}
