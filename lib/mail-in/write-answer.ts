import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import { AddEntry } from '#lib/record/schema.ts';
import { LONGEST_ENTRY } from '#lib/text/longest-entry.ts';
import type { EntryType } from '#lib/write/write-entry.ts';
import type { StoredFiles } from './store-files.ts';

const CONTINUES = '\n\n… The email continues.';

const fits = (text: string): boolean => text.length <= LONGEST_ENTRY;

/** The text, cut to the length limit of an entry. */
export const cutToLimit = (text: string): string =>
  fits(text) ? text : `${text.slice(0, LONGEST_ENTRY - CONTINUES.length)}${CONTINUES}`;

/** The text, or a placeholder for an email without text. */
export function wordsOf(text: string, { sent }: Pick<StoredFiles, 'sent'>): string {
  if (!isBlank(text)) return text;
  return sent > 0 ? 'Files sent by email.' : 'The email has no text.';
}

const words = (text: string) => text.split(/\s+/).join(' ').trim();

/** MAIL-4 · The email's whole text if the entry contains only part of it; empty if it contains all but empty lines. */
export const wholeTextFor = (text: string, all: string): string =>
  fits(text) && words(text) === words(all) ? '' : all;

/** MAIL-3, MAIL-4 · Adds an email's text to a case as typed, like any journal entry (CASE-4, SYNC-CASE-1). Returns its id. */
export async function writeAnswer(
  tx: Db,
  actor: Actor,
  { number, type, text, isPlain = true }: { number: string; type: EntryType; text: string; isPlain?: boolean },
): Promise<string> {
  const entry = AddEntry.parse({ kind: 'case', number, type, text: cutToLimit(text) });
  const { entryId } = await addEntry(actor, entry, { isPlain, within: tx });
  return entryId;
}
