import { type WindowLimits, withinLimit } from '#lib/diary/rules/limits.ts';
import { first, type Verdict, yes } from '#lib/platform/verdict.ts';

interface WindowChange {
  /** The task's current window. */
  before: { startsAt: Date } | null;
  startsAt: Date;
  limits: WindowLimits;
  now: Date;
  reason: string;
}

/** WO-13 · Booking or moving a window late needs a reason. Another technician in the same window is never late. */
export function isInTime({ before, startsAt, limits, now, reason: staffReason }: WindowChange): Verdict {
  if (before?.startsAt.getTime() === startsAt.getTime()) return yes;
  return first(
    ...(before ? [withinLimit('move', limits, { begins: before.startsAt, now, staffReason })] : []),
    withinLimit('book', limits, { begins: startsAt, now, staffReason }),
  );
}
