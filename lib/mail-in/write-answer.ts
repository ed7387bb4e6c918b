import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { AddEntry } from '#lib/record/schema.ts';
import { LONGEST_ENTRY } from '#lib/text/longest-entry.ts';
import type { EntryType } from '#lib/write/write-entry.ts';
import type { KeptFiles } from './keep-files.ts';

const GOES_ON = '\n\n… The email continues.';

const fits = (text: string): boolean => text.length <= LONGEST_ENTRY;

/** What an entry can hold of a text. */
export const fitting = (text: string): string =>
  fits(text) ? text : `${text.slice(0, LONGEST_ENTRY - GOES_ON.length)}${GOES_ON}`;

/** A mail without words has some in its case, too. */
export function wordsOf(text: string, { sent }: Pick<KeptFiles, 'sent'>): string {
  if (!isBlank(text)) return text;
  return sent > 0 ? 'Files sent by email.' : 'The email has no text.';
}

const words = (text: string) => text.split(/\s+/).join(' ').trim();

/** MAIL-4 · All that a mail says, where an entry of this text has only a part of it; empty: it has all, but for empty lines. */
export const wholeTextFor = (text: string, all: string): string =>
  fits(text) && words(text) === words(all) ? '' : all;

/** MAIL-3, MAIL-4 · Adds what a mail says to the journal of a case, as it was typed, like every other entry (CASE-4, SYNC-CASE-1). Returns its id. */
export async function writeAnswer(
  tx: Db,
  actor: Actor,
  { number, type, text, isPlain = true }: { number: string; type: EntryType; text: string; isPlain?: boolean },
): Promise<string> {
  const entry = AddEntry.parse({ kind: 'case', number, type, text: fitting(text) });
  const { entryId } = await addEntry(actor, entry, { isPlain, within: tx });
  return entryId;
}
