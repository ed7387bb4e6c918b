import { updatedCasesMessage } from './updated-cases-message.ts';

/** A record that was left alone, and why; `confirm`: it would be changed if that is meant (CASE-6). */
export type RefusedOfMany = { number: string; rule: string; because: string; confirm?: true };

/** A record with the version that was made of it. Of an assignment also who had it, and whether it opened a New case (CASE-8). */
export type Done = { number: string; version: number; from?: string | null; opened?: boolean };

/** What became of something that was done to many records. */
export type Bulk = {
  done: Done[];
  /** What was so already. */
  already: string[];
  refused: RefusedOfMany[];
  /** SYNC-3 · How many cases the rules updated on account of it. */
  updatedCount: number;
};

/** Somebody from whom records are taken, and how many. */
export type Taking = { name: string; count: number };

/** How it is said of one record and of many that it was done, and of those that were so already. */
export type Said = { one: string; many: string; already: string };

const names = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const alike = (done: string, already: string): Said => ({ one: done, many: done, already });

/** To oneself, or to a person or group by name. */
export const assigned = (name: string | null) =>
  alike(`assigned to ${name ?? 'you'}`, name === null ? 'already yours' : `already with ${name}`);

/** A priority or a state, by its label. */
export const became = (label: string): Said => ({
  one: `is now ${label}`,
  many: `are now ${label}`,
  already: 'already',
});

export const received = (entry: string) => alike(`received the ${entry}`, 'left alone');

/** On a list of watchers, or off it. */
export const watched = (list: string, watching: boolean) =>
  watching ? alike(`added to your ${list}`, 'already there') : alike(`taken off your ${list}`, 'not on it');

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

/** What it came to: "18 are now 2 - High, 2 were already · 1 refused: The case is closed. (CS0001001)". */
export function bulkMessage({ done, already, refused, updatedCount }: Bulk, said: Said): string {
  const taken = done.filter(({ from }) => from);
  const free = done.length - taken.length;
  const people = names.format([...new Set(taken.flatMap(({ from }) => from ?? []))]);
  const parts = [
    ...(free > 0 ? [`${free} ${free === 1 ? said.one : said.many}`] : []),
    ...(taken.length > 0 ? [`${taken.length} taken from ${people}`] : []),
    ...(already.length > 0 ? [`${already.length} ${already.length === 1 ? 'was' : 'were'} ${said.already}`] : []),
  ];
  return [parts.join(', '), updatedCasesMessage(updatedCount), ...refusals(refused, 'refused')]
    .filter(Boolean)
    .join(' · ');
}

/** What taking it back came to. No move leads back to New: a case that was opened stays so. */
export function undoneMessage({ done: undone, refused }: Bulk, { done }: Bulk, time: string): string {
  const back = new Set(undone.map(({ number }) => number));
  const open = done.filter(({ number, opened }) => opened && back.has(number)).length;
  const setBack = `Undone at ${time}: ${back.size} set back${open > 0 ? `, ${open} of them ${open === 1 ? 'stays' : 'stay'} Open` : ''}`;
  return [setBack, ...refusals(refused, 'not set back')].join(' · ');
}
