import { listed } from '#lib/platform/listed.ts';
import { type CustomerSort, counted } from '../customer-sort.ts';

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
