import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** ADM-12 · A change can be undone while nobody has changed the same thing since. */
export function nothingHasChangedSince(
  entry: { newValue: string | null },
  { value, changedAgain }: { value: string | null; changedAgain: boolean },
): Verdict {
  if (!changedAgain && value === entry.newValue) return yes;
  const present = value === null ? 'It is not there any more.' : `It is now: ${value}.`;
  return no('ADM-12', `This has been changed since, so it cannot be undone from here. ${present}`);
}
