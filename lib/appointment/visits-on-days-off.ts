import { loadTechnicians } from '#lib/diary/load-technicians.ts';
import { type DaysOff, shiftsWithin } from '#lib/diary/working-hours.ts';
import type { Db } from '#lib/platform/db.ts';

const DAY = 86_400_000;

/**
 * WO-15 · Future visits in a shift that the technician no longer works because of these days off: appointment ids with task
 * numbers, ordered by number.
 */
export async function visitsOnDaysOff(
  tx: Db,
  technicianId: string,
  off: DaysOff,
  at: Date,
): Promise<{ id: string; number: string }[]> {
  const within = { from: Date.parse(off.from) - DAY, to: Date.parse(off.to) + 2 * DAY };
  const [technician] = await loadTechnicians(tx, { ids: [technicianId], within, at });
  if (!technician) return [];
  const { plan, visits } = technician.diary;
  const withOff = { ...plan, daysOff: [...plan.daysOff, off] };
  const left = new Set(shiftsWithin(withOff, within).map(({ from }) => from));
  const dropped = shiftsWithin(plan, within).filter(({ from }) => !left.has(from));
  const ids = visits
    .filter(({ from, to }) => from > at.getTime() && dropped.some((shift) => from < shift.to && shift.from < to))
    .map(({ id }) => id);
  return tx.$queryRaw`
    select a.id, t.number from appointments a join tasks t on t.id = a.task_id
    where a.id = any(${ids}::uuid[]) and a.state = 'booked' order by t.number`;
}
