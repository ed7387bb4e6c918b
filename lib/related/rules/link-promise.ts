import type { LinkUpdates } from '#lib/sync/link-updates.ts';

export const noUpdates: LinkUpdates = { toCase: [], toRecord: [] };

/** "state changes, hold reasons and comments" */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

/** REL-11 · Said beside the promise where a record is there already. */
export const nothingPast = 'What happened before is not copied.';

/** REL-19, REL-15 · What will be told to whom once a record is linked to a case, or is created from it. */
export function linkPromise({ toCase, toRecord }: LinkUpdates, record = 'the record'): string {
  const sentences = [
    toCase.length > 0
      ? `${listed(toCase)} of ${record} will appear in the work notes of the case.`
      : `Nothing of ${record} will be written into the case: no rule for it is active.`,
    ...(toRecord.length > 0 ? [`${listed(toRecord)} on the case will appear in ${record}.`] : []),
    'Nothing is sent to the customer.',
  ];
  return sentences.map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1)).join(' ');
}

/** REL-19, REL-15 · What ends when a record is taken off a case. */
export function removalPromise({ toCase }: LinkUpdates, number: string): string {
  const ends = toCase.length > 0 ? `The work notes of the case will no longer show its ${listed(toCase)}. ` : '';
  return `${ends}Earlier notes stay and are marked “no longer associated”. Nothing is sent to the customer, and ${number} itself stays as it is.`;
}

/** REL-19 · What the cases of a record get from it. */
export function casesPromise({ toCase }: LinkUpdates, number: string): string {
  if (toCase.length === 0) return `Nothing of ${number} is written into its cases: no rule for it is active.`;
  return `Cases associated with ${number} get its ${listed(toCase)}.`;
}
