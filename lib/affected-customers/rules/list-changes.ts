import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { type CustomerSort, sortWords } from '../customer-sort.ts';

/** MAJ-5 · Once child cases exist, a list can only be extended. */
export function listMayShrink(fixedAt: Date | null): Verdict {
  return fixedAt ? no('MAJ-5', 'Child cases were created from this list: it can only be extended.') : yes;
}

/** MAJ-5 · The condition of a list uses only fields of its own sort of customers. */
export function conditionFits(fits: boolean, of: CustomerSort): Verdict {
  return fits ? yes : no('MAJ-5', `The condition has terms that do not apply to ${sortWords[of].many}.`);
}

/** MAJ-5 · Only a list with a condition can be refreshed. */
export function listHasCondition(has: boolean): Verdict {
  return has ? yes : no('MAJ-5', 'This list has no condition: add one first.');
}
