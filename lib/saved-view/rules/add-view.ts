import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** Maximum views per user, across all lists. */
export const MAX_VIEWS = 100;

/** Maximum shared views per list. */
export const MAX_SHARED = 30;

/** REC-5 · A user can save another view while they have fewer than 100. `others` excludes the view being replaced. */
export function mayAddView({ others }: { others: number }): Verdict {
  if (others < MAX_VIEWS) return yes;
  return no('REC-5', `You already have ${others} views, and ${MAX_VIEWS} is the maximum. Delete one first.`, 'name');
}

/** REC-5 · A list can have at most 30 shared views. `others` excludes the view being shared. */
export function mayShareAnother({ others }: { others: number }): Verdict {
  if (others < MAX_SHARED) return yes;
  return no(
    'REC-5',
    `This list has ${others} shared views, and ${MAX_SHARED} is the maximum. Delete one of them first.`,
    'shared',
  );
}

/** REC-5 · View names are unique per user and list. */
export function nameIsFree({ name, taken }: { name: string; taken: boolean }): Verdict {
  return taken ? no('REC-5', `There is a view ${name} of this list already.`, 'name') : yes;
}
