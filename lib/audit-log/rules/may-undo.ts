import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** ADM-12 · A change can be undone unless somebody has changed the value since. `present`: the current value in words. */
export function valueIsUnchanged({ changed, present }: { changed: boolean; present: string | null }): Verdict {
  if (!changed) return yes;
  const now = present === null ? 'It no longer exists.' : `It is now: ${present}.`;
  return no('ADM-12', `This has been changed since, so it cannot be undone from here. ${now}`);
}
