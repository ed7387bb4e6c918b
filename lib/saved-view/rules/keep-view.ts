import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** So many views a person keeps, those of all lists together. */
export const MOST_VIEWS = 100;

/** So many views of one list are shared. */
export const MOST_SHARED = 30;

/** REC-5 · One view more is kept while there are fewer than 100; `others` are those that it does not replace. */
export function mayKeepView({ others }: { others: number }): Verdict {
  if (others < MOST_VIEWS) return yes;
  return no('REC-5', `You already have ${others} views, and ${MOST_VIEWS} is the maximum. Delete one first.`, 'name');
}

/** REC-5 · Another view is shared while the list has fewer than 30 such; `others` are those besides it. */
export function mayShareAnother({ others }: { others: number }): Verdict {
  if (others < MOST_SHARED) return yes;
  return no(
    'REC-5',
    `This list has ${others} shared views, and ${MOST_SHARED} is the maximum. Delete one of them first.`,
    'shared',
  );
}

/** REC-5 · Two views of one list and person do not have the same name. */
export function nameIsFree({ name, taken }: { name: string; taken: boolean }): Verdict {
  return taken ? no('REC-5', `There is a view ${name} of this list already.`, 'name') : yes;
}
