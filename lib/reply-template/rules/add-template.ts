import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** The most templates of a person, including the shared ones. */
export const MAX_TEMPLATES = 100;

/** The most shared templates. */
export const MAX_SHARED = 100;

/** REC-5 · A person may have at most 100 templates. */
export function mayAddTemplate({ others }: { others: number }): Verdict {
  if (others < MAX_TEMPLATES) return yes;
  return no(
    'REC-5',
    `You already have ${others} reply templates, and ${MAX_TEMPLATES} is the maximum. Delete one first.`,
    'name',
  );
}

/** REC-5 · At most 100 templates may be shared. */
export function mayShareAnother({ others }: { others: number }): Verdict {
  if (others < MAX_SHARED) return yes;
  return no(
    'REC-5',
    `There are ${others} shared reply templates, and ${MAX_SHARED} is the maximum. Delete one of them first.`,
    'shared',
  );
}

/** REC-5 · The names of one person's templates are unique, ignoring case. */
export function nameIsFree({ name, taken }: { name: string; taken: boolean }): Verdict {
  return taken ? no('REC-5', `There is a reply template ${name} already.`, 'name') : yes;
}

/** The template that somebody else has saved, for the user whose save was refused. */
export type SavedTemplate = { name: string; text: string; version: number };

/** REC-3 · A user who overwrites a template must have seen its current version. */
export function templateWasSeen(saved: SavedTemplate, seen: number | undefined): Verdict {
  if (seen === saved.version) return yes;
  return no('REC-3', 'Someone changed this template since you opened it. Nothing was saved.');
}
