import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** So many templates a person keeps, shared ones with them. */
export const MOST_TEMPLATES = 100;

/** So many templates are shared. */
export const MOST_SHARED = 100;

/** REC-5 · One template more is kept while there are fewer than 100. */
export function mayKeepAnother({ others }: { others: number }): Verdict {
  if (others < MOST_TEMPLATES) return yes;
  return no(
    'REC-5',
    `You already have ${others} reply templates, and ${MOST_TEMPLATES} is the maximum. Delete one first.`,
    'name',
  );
}

/** REC-5 · Another template is shared while fewer than 100 are. */
export function mayShareAnother({ others }: { others: number }): Verdict {
  if (others < MOST_SHARED) return yes;
  return no(
    'REC-5',
    `There are ${others} shared reply templates, and ${MOST_SHARED} is the maximum. Delete one of them first.`,
    'shared',
  );
}

/** REC-5 · Two templates of one person do not have the same name, in whatever letters. */
export function nameIsFree({ name, taken }: { name: string; taken: boolean }): Verdict {
  return taken ? no('REC-5', `There is a reply template ${name} already.`, 'name') : yes;
}

/** A template as somebody else has saved it, for who wanted to save over it. */
export type SavedTemplate = { name: string; text: string; version: number };

/** REC-3 · Who saves over a template has seen what is there. */
export function templateWasSeen(saved: SavedTemplate, seen: number | undefined): Verdict {
  if (seen === saved.version) return yes;
  return no('REC-3', 'Someone changed this template since you opened it. Nothing was saved.');
}
