import type { Actor } from '#lib/platform/actor.ts';
import { withTransactionHook } from '#lib/task/command.ts';
import { addEntry } from '#lib/task/commands/add-entry.ts';
import { AddEntry } from '#lib/task/schema.ts';

/** REC-5 · The longest entry. */
const LONGEST = 32_000;
const GOES_ON = '\n\n… The email continues.';

/** What an entry can hold of a text. */
export const fitting = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - GOES_ON.length)}${GOES_ON}`;

/** MAIL-3 · Adds what a mail says to the journal of a case, like every other entry (CASE-4, SYNC-CASE-1). Returns its id. */
export async function writeAnswer(
  actor: Actor,
  { number, type, text }: { number: string; type: 'comment' | 'work_note'; text: string },
): Promise<string> {
  const said = type === 'comment' ? 'commented' : 'noted';
  let entryId: string | null = null;
  await withTransactionHook(
    async ({ events }) => {
      const entry = events.find((event) => event.type === said && event.record.number === number && !event.rules);
      if (entry && 'entryId' in entry) entryId = entry.entryId;
    },
    () => addEntry(actor, AddEntry.parse({ kind: 'case', number, type, text: fitting(text) })),
  );
  if (entryId === null) throw new Error(`What a mail says was not written into ${number}.`);
  return entryId;
}
