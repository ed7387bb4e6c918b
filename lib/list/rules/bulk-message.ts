import { updatedCasesMessage } from '#lib/engine/rules/updated-cases-message.ts';
import { openChildrenMessage } from '#lib/reactions/incident/rules/resolve-children.ts';
import { type BulkWording, restored } from './bulk-words.ts';

/** A record that was left alone, and why; `confirm`: it can be changed after confirmation (CASE-6). */
export type RefusedOfMany = { number: string; rule: string; because: string; confirm?: true };

/** A changed record. `from`: the previous assignee. `opened`: it opened a case (CASE-8). `isUndoable`: a move can be undone. */
export type Done = { number: string; version: number; from?: string | null; opened?: boolean; isUndoable?: boolean };

/** The result of a bulk action. */
export type Bulk = {
  done: Done[];
  /** Records that needed no change. */
  already: string[];
  refused: RefusedOfMany[];
  /** SYNC-3 · How many cases the rules updated as a result. */
  updatedCount: number;
  /** INC-7 · How many children the resolved incidents leave open. */
  openChildren?: number;
  /** For undone moves: how many emails the moves had queued. */
  mailCount?: number;
};

/** A person who would lose records, and how many. */
export type Reassignment = { name: string; count: number };

const names = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "4 from Rita Reader and 1 from Pat Plain" */
export function reassignmentMessage(taking: readonly Reassignment[]): string {
  return names.format(taking.map(({ name, count }) => `${count} from ${name}`));
}

/** "2 refused: The case is closed. (CS0001001, CS0001002)", one per reason. */
function refusals(refused: readonly RefusedOfMany[], verb: string): string[] {
  return [...Map.groupBy(refused, ({ because }) => because)].map(
    ([because, records]) => `${records.length} ${verb}: ${because} (${records.map(({ number }) => number).join(', ')})`,
  );
}

const alreadyPart = ({ length }: readonly string[], { already }: BulkWording) =>
  length > 0 ? [`${length} ${length === 1 ? 'was' : 'were'} ${already}`] : [];

/** The result: "18 cases set to 2 - High, 2 were already · 1 refused: The case is closed. (CS0001001)". */
export function bulkMessage(
  { done, already, refused, updatedCount, openChildren = 0 }: Bulk,
  wording: BulkWording,
): string {
  const taken = done.filter(({ from }) => from);
  const free = done.length - taken.length;
  const people = names.format([...new Set(taken.flatMap(({ from }) => from ?? []))]);
  const parts = [
    ...(free > 0 ? [`${free} ${free === 1 ? wording.one : wording.many}`] : []),
    ...(taken.length > 0 ? [`${taken.length} taken from ${people}`] : []),
    ...alreadyPart(already, wording),
  ];
  const consequences = [updatedCasesMessage(updatedCount), openChildrenMessage(openChildren)];
  return [parts.join(', '), ...consequences, ...refusals(refused, 'refused')].filter(Boolean).join(' · ');
}

/** MAIL-12 · The emails of an undone move are not recalled: they may have been read. */
const mailsMessage = (count: number) =>
  count === 0 ? '' : `${count} ${count === 1 ? 'email about it is' : 'emails about it are'} not taken back.`;

/** The result of an undo. No move leads back to New, so a case that was opened stays open. */
export function undoneMessage(undone: Bulk, { done }: Bulk, time: string, wording = restored): string {
  const { already, refused, updatedCount, mailCount = 0 } = undone;
  const back = new Set(undone.done.map(({ number }) => number));
  const open = done.filter(({ number, opened }) => opened && back.has(number)).length;
  const parts = [
    ...(back.size > 0 || already.length === 0 ? [`${back.size} ${back.size === 1 ? wording.one : wording.many}`] : []),
    ...(open > 0 ? [`${open} of them ${open === 1 ? 'stays' : 'stay'} Open`] : []),
    ...alreadyPart(already, wording),
  ];
  const consequences = [updatedCasesMessage(updatedCount), mailsMessage(mailCount)].filter(Boolean);
  return [`Undone at ${time}: ${parts.join(', ')}`, ...consequences, ...refusals(refused, 'not set back')].join(' · ');
}
