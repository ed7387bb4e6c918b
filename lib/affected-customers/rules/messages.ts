import { listed } from '#lib/platform/listed.ts';
import { type CustomerSort, counted } from '../customer-sort.ts';

export type Filled = { added: number; removed: number };

/** MAJ-5 · The result of filling a list. */
export function filledMessage({ added, removed }: Filled, of: CustomerSort): string {
  if (added + removed === 0) return 'The list is up to date.';
  const parts = [
    ...(added > 0 ? [`${counted(added, of)} added`] : []),
    ...(removed > 0 ? [`${counted(removed, of)} removed`] : []),
  ];
  return `${parts.join(', ')}.`;
}

export type AddedByHand = { added: number; already: number };

/** MAJ-5 · The result of adding picked customers, or customers from a file. */
export function addedToListMessage({ added, already }: AddedByHand, of: CustomerSort): string {
  const were = already > 0 ? ` ${counted(already, of)} ${already === 1 ? 'was' : 'were'} on the list already.` : '';
  return `${counted(added, of)} added.${were}`;
}

export type Made = { made: number; had: number; leftOut: number };

/** MAJ-5 · The result of a run, for the journal of the major case. */
export function madeMessage({ made: count, had, leftOut }: Made, of: CustomerSort): string {
  const made = count === 1 ? '1 child case' : `${count.toLocaleString('en')} child cases`;
  const others = [
    ...(had > 0 ? [` ${counted(had, of)} had one already.`] : []),
    ...(leftOut > 0 ? [` ${counted(leftOut, of)} left out.`] : []),
  ];
  return `Created ${made} for the affected ${of}.${others.join('')}`;
}

type Counts = { waiting: number; have: number; haveNames: readonly string[]; inactive: number };

/** MAJ-5 · How many cases *Create Child Cases* will create, who already has one, and how many customers get none. */
export function toMakeMessage(
  { waiting, have, haveNames, inactive }: Counts,
  { number, of }: { number: string; of: CustomerSort },
): string {
  const count = waiting - have - inactive;
  const made = `${counted(count, of)} ${count === 1 ? 'gets one child case' : 'get a child case each'} of ${number}.`;
  const had = have > 0 ? ` ${listed(haveNames, have)} ${have === 1 ? 'has' : 'have'} one already.` : '';
  const left =
    inactive > 0
      ? ` ${counted(inactive, of)} ${inactive === 1 ? 'is' : 'are'} no longer active and ${inactive === 1 ? 'gets' : 'get'} none.`
      : '';
  return `${made}${had}${left}`;
}
