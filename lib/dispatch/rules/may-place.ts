import { type WindowLimits, withinLimit } from '#lib/diary/rules/limits.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { Breach } from './find-breaches.ts';

/** WO-17 · Breaches that may be confirmed must be confirmed. Other breaches refuse the placement. */
const isMeant = ({ says, refused, of }: Breach, confirmed: boolean): Verdict =>
  refused || !confirmed ? no(of === 'busy' ? 'WO-12' : 'WO-17', says, fieldOf[of]) : yes;

const fieldOf: Readonly<Record<Breach['of'], 'startsAt' | 'technicianId'>> = {
  past: 'startsAt',
  clock: 'startsAt',
  inactive: 'technicianId',
  group: 'technicianId',
  busy: 'startsAt',
  hours: 'startsAt',
  'days off': 'startsAt',
  skill: 'technicianId',
  region: 'technicianId',
};

/** WO-12, WO-17 · Whether the task may be placed despite these breaches. */
export function mayPlace(breaches: readonly Breach[], confirmed: boolean): Verdict {
  const inOrder = breaches.toSorted((a, b) => Number(b.refused) - Number(a.refused));
  return first(...inOrder.map((breach) => isMeant(breach, confirmed)));
}

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
