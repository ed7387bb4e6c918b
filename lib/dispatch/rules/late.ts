import { type WindowLimits, withinLimit } from '#lib/diary/rules/limits.ts';
import { first, type Verdict, yes } from '#lib/platform/verdict.ts';

interface WindowChange {
  /** The window that the task has. */
  before: { startsAt: Date } | null;
  startsAt: Date;
  limits: WindowLimits;
  now: Date;
  reason: string;
}

/** WO-13 · A window is booked or moved late only with a reason. Another technician in the same one is never late. */
export function isInTime({ before, startsAt, limits, now, reason: staffReason }: WindowChange): Verdict {
  if (before?.startsAt.getTime() === startsAt.getTime()) return yes;
  return first(
    ...(before ? [withinLimit('move', limits, { begins: before.startsAt, now, staffReason })] : []),
    withinLimit('book', limits, { begins: startsAt, now, staffReason }),
  );
}
