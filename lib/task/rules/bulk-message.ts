/** A record that was left alone, and why. */
type Refused = { number: string; rule: string; because: string };

/**
 * What became of a bulk assignment: with the version that it made of each record, who had it before, and whether a New case
 * was opened by it (CASE-8).
 */
export type Bulk = {
  assigned: { number: string; version: number; from: string | null; opened: boolean }[];
  /** What was there already. */
  already: string[];
  refused: Refused[];
};

/** Somebody from whom records are taken, and how many. */
export type Taking = { name: string; count: number };

/** What became of taking a bulk assignment back. */
export type Undone = { undone: string[]; refused: Refused[] };

const names = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "4 from Rita Reader and 1 from Pat Plain" */
export function takingMessage(taking: readonly Taking[]): string {
  return names.format(taking.map(({ name, count }) => `${count} from ${name}`));
}

/** "2 refused: The case is closed. (CS0001001, CS0001002)", for each reason. */
function refusals(refused: readonly Refused[], verb: string): string[] {
  return [...Map.groupBy(refused, ({ because }) => because)].map(
    ([because, records]) => `${records.length} ${verb}: ${because} (${records.map(({ number }) => number).join(', ')})`,
  );
}

/** What a bulk assignment came to: to oneself, or to a group by its name. */
export function bulkMessage({ assigned, already, refused }: Bulk, group: string | null): string {
  const taken = assigned.filter(({ from }) => from !== null);
  const free = assigned.length - taken.length;
  const people = names.format([...new Set(taken.flatMap(({ from }) => from ?? []))]);
  const were = already.length === 1 ? 'was' : 'were';
  const done = [
    ...(free > 0 ? [`${free} assigned to ${group ?? 'you'}`] : []),
    ...(taken.length > 0 ? [`${taken.length} taken from ${people}`] : []),
    ...(already.length > 0 ? [`${already.length} ${were} already ${group === null ? 'yours' : `with ${group}`}`] : []),
  ];
  return [...(done.length > 0 ? [done.join(', ')] : []), ...refusals(refused, 'refused')].join(' · ');
}

/** What taking it back came to. No move leads back to New: a case that was opened stays so. */
export function undoneMessage({ undone, refused }: Undone, { assigned }: Bulk, time: string): string {
  const open = assigned.filter(({ number, opened }) => opened && undone.includes(number)).length;
  const setBack = `Undone at ${time}: ${undone.length} set back${open > 0 ? `, ${open} of them ${open === 1 ? 'stays' : 'stay'} Open` : ''}`;
  return [setBack, ...refusals(refused, 'not set back')].join(' · ');
}
