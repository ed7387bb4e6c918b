import { updatedCasesMessage } from '#lib/engine/rules/updated-cases-message.ts';
import { type Said, setBack } from './bulk-words.ts';

/** A record that was left alone, and why; `confirm`: it would be changed if that is meant (CASE-6). */
export type RefusedOfMany = { number: string; rule: string; because: string; confirm?: true };

/** A record in the version that was made of it. Of an assignment: who had it, whether it opened (CASE-8); of a move: whether one leads back. */
export type Done = { number: string; version: number; from?: string | null; opened?: boolean; hasWayBack?: boolean };

/** What became of something that was done to many records. */
export type Bulk = {
  done: Done[];
  /** What was so already. */
  already: string[];
  refused: RefusedOfMany[];
  /** SYNC-3 · How many cases the rules updated on account of it. */
  updatedCount: number;
  /** Of moves that were set back: how many mails they had made. */
  mailCount?: number;
};

/** Somebody from whom records are taken, and how many. */
export type Taking = { name: string; count: number };

const names = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "4 from Rita Reader and 1 from Pat Plain" */
export function takingMessage(taking: readonly Taking[]): string {
  return names.format(taking.map(({ name, count }) => `${count} from ${name}`));
}

/** "2 refused: The case is closed. (CS0001001, CS0001002)", for each reason. */
function refusals(refused: readonly RefusedOfMany[], verb: string): string[] {
  return [...Map.groupBy(refused, ({ because }) => because)].map(
    ([because, records]) => `${records.length} ${verb}: ${because} (${records.map(({ number }) => number).join(', ')})`,
  );
}

const alreadyPart = ({ length }: readonly string[], { already }: Said) =>
  length > 0 ? [`${length} ${length === 1 ? 'was' : 'were'} ${already}`] : [];

/** What it came to: "18 cases set to 2 - High, 2 were already · 1 refused: The case is closed. (CS0001001)". */
export function bulkMessage({ done, already, refused, updatedCount }: Bulk, said: Said): string {
  const taken = done.filter(({ from }) => from);
  const free = done.length - taken.length;
  const people = names.format([...new Set(taken.flatMap(({ from }) => from ?? []))]);
  const parts = [
    ...(free > 0 ? [`${free} ${free === 1 ? said.one : said.many}`] : []),
    ...(taken.length > 0 ? [`${taken.length} taken from ${people}`] : []),
    ...alreadyPart(already, said),
  ];
  return [parts.join(', '), updatedCasesMessage(updatedCount), ...refusals(refused, 'refused')]
    .filter(Boolean)
    .join(' · ');
}

/** MAIL-12 · Mails that a move has made stay: they may have been read. */
const mailsMessage = (count: number) =>
  count === 0 ? '' : `${count} ${count === 1 ? 'email about it is' : 'emails about it are'} not taken back.`;

/** What taking it back came to. No move leads back to New: a case that was opened stays so. */
export function undoneMessage(undone: Bulk, { done }: Bulk, time: string, said = setBack): string {
  const { already, refused, updatedCount, mailCount = 0 } = undone;
  const back = new Set(undone.done.map(({ number }) => number));
  const open = done.filter(({ number, opened }) => opened && back.has(number)).length;
  const parts = [
    ...(back.size > 0 || already.length === 0 ? [`${back.size} ${back.size === 1 ? said.one : said.many}`] : []),
    ...(open > 0 ? [`${open} of them ${open === 1 ? 'stays' : 'stay'} Open`] : []),
    ...alreadyPart(already, said),
  ];
  const consequences = [updatedCasesMessage(updatedCount), mailsMessage(mailCount)].filter(Boolean);
  return [`Undone at ${time}: ${parts.join(', ')}`, ...consequences, ...refusals(refused, 'not set back')].join(' · ');
}
