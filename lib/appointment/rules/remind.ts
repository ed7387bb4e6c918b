import { HOUR } from '#lib/diary/interval.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

type Visit = { startsAt: Date; remindedOf: Date | null };

/** WO-14 · A customer is reminded once of each window, `hours` before it begins; 0 means never. */
export function mayRemindOf({ startsAt, remindedOf }: Visit, { at, hours }: { at: Date; hours: number }): Verdict {
  const left = startsAt.getTime() - at.getTime();
  const isDue = left > 0 && left <= hours * HOUR;
  if (isDue && remindedOf?.getTime() !== startsAt.getTime()) return yes;
  return no('WO-14', 'There is nothing to be reminded of now.');
}
