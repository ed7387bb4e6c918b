import { canBeArranged } from '#lib/appointment/rules/book.ts';
import { type WindowLimits, withinLimit } from '#lib/diary/rules/limits.ts';
import { limitsOf } from '#lib/diary/window-settings.ts';
import { withoutInternalNumbers } from '#lib/field-mapping/rules/without-internal-numbers.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import type { Settings } from '#lib/settings/settings.ts';

/** POR-11 · What a customer may do about a visit now; `until` is when that permission ends. */
type VisitActions = { choose: boolean; move: boolean; cancel: boolean; until: string | null };

const HOUR = 3_600_000;

/** POR-11, WO-13 · Decided by the same rules as the commands. */
function visitActions(
  visit: { number: string; state: string },
  booked: { startsAt: Date } | null,
  limits: WindowLimits,
  now: Date,
): VisitActions {
  if (!canBeArranged(visit).ok) return { choose: false, move: false, cancel: false, until: null };
  if (!booked) return { choose: true, move: false, cancel: false, until: null };
  const may = (what: 'move' | 'cancel') => withinLimit(what, limits, { begins: booked.startsAt, now }).ok;
  const [move, cancel] = [may('move'), may('cancel')];
  const until = new Date(booked.startsAt.getTime() - Math.min(limits.move, limits.cancel) * HOUR).toISOString();
  return { choose: false, move, cancel, until: move || cancel ? until : null };
}

/** POR-5 · A task of a work order as its customer reads it: the work, its progress, and the time of the visit. */
export type PortalVisit = {
  /** The id by which the page receives changes. */
  id: string;
  number: string;
  shortDescription: string;
  state: string;
  from: string | null;
  to: string | null;
  endedAt: string | null;
  /** The version of its appointment, which a change must have seen (REC-3). */
  sequence: number | null;
  may: VisitActions;
};

type Row = Omit<PortalVisit, 'from' | 'to' | 'endedAt' | 'may'> & { orderId: string } & Record<
    'plannedStart' | 'plannedEnd' | 'startsAt' | 'endsAt' | 'endedAt',
    Date | null
  >;

/** Without an appointment, the planned time is the time of the visit, as long as a visit is expected. */
const isToCome = ({ state }: { state: string }) => !['draft', 'pending_dispatch', 'cancelled'].includes(state);

/** The tasks of work orders that the reader may read, by work order, in the order of their numbers. */
export async function visitsOf(orderIds: readonly string[], settings: Settings): Promise<Map<string, PortalVisit[]>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db().$queryRaw<Row[]>`
    select o.work_order_id as "orderId", t.id, t.number, t.short_description as "shortDescription", t.state,
      o.planned_start as "plannedStart", o.planned_end as "plannedEnd", o.actual_end as "endedAt",
      visit.starts_at as "startsAt", visit.ends_at as "endsAt", visit.sequence
    from work_order_tasks o join tasks t using (id)
    left join appointments visit on visit.task_id = o.id and visit.state = 'booked'
    where o.work_order_id = any(${[...orderIds]}::uuid[]) order by t.number`;
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  const limits = limitsOf(settings);
  const at = now();
  const shown = ({
    orderId: _order,
    plannedStart,
    plannedEnd,
    startsAt,
    endsAt,
    endedAt,
    ...row
  }: Row): PortalVisit => ({
    ...row,
    shortDescription: withoutInternalNumbers(row.shortDescription),
    from: (startsAt ?? (isToCome(row) ? plannedStart : null))?.toISOString() ?? null,
    to: (endsAt ?? (isToCome(row) ? plannedEnd : null))?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    may: visitActions(row, startsAt && { startsAt }, limits, at),
  });
  return new Map([...byOrder].map(([id, own]) => [id, own.map(shown)]));
}
