import type { LinkUpdates } from '#lib/sync/link-updates.ts';

/** "state changes, hold reasons and comments" */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

const capitalized = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** REL-11 · Shown with the promise for a record that exists already. */
export const pastIsNotCopied = 'What happened before is not copied.';

/** WO-2 · For some kinds the case receives only a note that they were created. */
function intoCase({ of = 'case', toCase, creation }: LinkUpdates, record: string): string {
  if (toCase.length > 0) return `${listed(toCase)} of ${record} will appear in the work notes of the ${of}.`;
  if (creation) return 'The work notes of the case will name it; later changes are not copied between the two.';
  if (of === 'incident') return `Nothing of ${record} will be written into the incident.`;
  return `Nothing of ${record} will be written into the case: no rule for it is active.`;
}

/** INC-7 · The link of an incident sends nothing to its cases. */
const DIRECT_LINKS_ONLY = 'Cases receive its updates only if they are linked to it directly.';

/** REL-19, REL-15 · The updates that will follow once a record is linked to a case, or is created from it. */
export function linkUpdatesText(updates: LinkUpdates, record = 'the record'): string {
  const { of, toRecord, resolves } = updates;
  if (of === 'incident') return `${capitalized(intoCase(updates, record))} ${DIRECT_LINKS_ONLY}`;
  const sentences = [
    intoCase(updates, record),
    ...(toRecord.length > 0 ? [`${listed(toRecord)} on the case will appear in ${record}.`] : []),
    resolves
      ? `A proactive case is resolved with ${record}, and its customer is notified if reachable; otherwise nothing is sent to the customer.`
      : 'Nothing is sent to the customer.',
  ];
  return sentences.map(capitalized).join(' ');
}

/** REL-19, REL-15 · The updates that end with a removal; none if the record `stays` in another field (REL-13). */
export function removalUpdatesText(updates: LinkUpdates, number: string, stays = false): string {
  const { of = 'case', toCase, toRecord, resolves } = updates;
  const unchanged = `Nothing is sent to the customer, and ${number} itself stays as it is.`;
  if (stays) {
    const stillShown = toCase.length > 0 ? `: the work notes still show its ${listed(toCase)}` : '';
    return `It stays associated by another field of the ${of}${stillShown}. ${unchanged}`;
  }
  const ends = [
    ...(toCase.length > 0 ? [`The work notes of the ${of} will no longer show its ${listed(toCase)}.`] : []),
    ...(toRecord.length > 0 ? [`${listed(toRecord)} on the case will no longer appear in ${number}.`] : []),
    ...(resolves ? [`A proactive case will no longer be resolved with ${number}.`] : []),
    'Earlier notes stay and are marked “no longer associated”.',
  ];
  return `${ends.map(capitalized).join(' ')} ${unchanged}`;
}

/** REL-19 · The updates that the cases of a record receive. */
export function caseUpdatesText({ toCase, resolves }: LinkUpdates, number: string): string {
  const written =
    toCase.length > 0
      ? `Cases associated with ${number} get its ${listed(toCase)}.`
      : `Nothing of ${number} is written into its cases: no rule for it is active.`;
  return resolves
    ? `${written} Proactive ones are resolved with it, and their customers are notified if reachable.`
    : written;
}
