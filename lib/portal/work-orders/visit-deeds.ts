import { canBeArranged } from '#lib/appointment/rules/book.ts';
import { type WindowLimits, withinLimit } from '#lib/diary/rules/limits.ts';

/** POR-11 · What a customer may do about a visit now; `until` is when that permission ends. */
export type VisitDeeds = { choose: boolean; move: boolean; cancel: boolean; until: string | null };

const HOUR = 3_600_000;

/** POR-11, WO-13 · Decided by the same rules as the commands. */
export function visitDeeds(
  visit: { number: string; state: string },
  booked: { startsAt: Date } | null,
  limits: WindowLimits,
  now: Date,
): VisitDeeds {
  if (!canBeArranged(visit).ok) return { choose: false, move: false, cancel: false, until: null };
  if (!booked) return { choose: true, move: false, cancel: false, until: null };
  const may = (what: 'move' | 'cancel') => withinLimit(what, limits, { begins: booked.startsAt, now }).ok;
  const [move, cancel] = [may('move'), may('cancel')];
  const until = new Date(booked.startsAt.getTime() - Math.min(limits.move, limits.cancel) * HOUR).toISOString();
  return { choose: false, move, cancel, until: move || cancel ? until : null };
}
