import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { HOUR, YEAR } from '../interval.ts';

/** WO-13 · For each action, until how many hours before its start a window allows it. */
export interface WindowLimits {
  book: number;
  move: number;
  cancel: number;
}

const doing: Record<keyof WindowLimits, string> = { book: 'booked', move: 'moved', cancel: 'cancelled' };

/**
 * WO-13 · Whether a window that begins at `begins` may still be booked, moved or cancelled at `now`. Staff may pass the limit
 * with a reason. They may also move or cancel a window that has begun, but not book it. Compares instants, not local times.
 */
export function withinLimit(
  what: keyof WindowLimits,
  limits: WindowLimits,
  { begins, now, staffReason }: { begins: Date; now: Date; staffReason?: string },
): Verdict {
  const left = begins.getTime() - now.getTime();
  const isMissed = left <= 0 && what !== 'book' && staffReason !== undefined;
  if (left <= 0 && !isMissed) return no('WO-13', `The window has begun. It can no longer be ${doing[what]}.`);
  if (what === 'book' && left > YEAR) return no('WO-13', 'A window can be booked a year ahead at most.', 'startsAt');
  if (left >= limits[what] * HOUR) return yes;
  if (staffReason === undefined)
    return no('WO-13', `A window can be ${doing[what]} until ${hours(limits[what])} before it begins.`);
  return staffReason.trim() === ''
    ? no(
        'WO-13',
        `${isMissed ? 'It has begun' : `It begins in less than ${hours(limits[what])}`}: say why it is ${doing[what]} now.`,
        'reason',
      )
    : yes;
}

const hours = (count: number) => (count === 1 ? '1 hour' : `${count} hours`);
