import type { Db } from '#lib/platform/db.ts';
import type { Interval } from './interval.ts';
import { loadTechnicians } from './load-technicians.ts';
import { occupiedIn } from './rules/occupied.ts';
import { windowSettings } from './window-settings.ts';

const DAY = 86_400_000;

/** WO-12 · Recalculates a technician's occupied times around an interval in which a visit was added or removed. */
export async function rewriteOccupied(tx: Db, technicianId: string, around: Interval, at: Date): Promise<void> {
  const near = { from: around.from - DAY, to: around.to + DAY };
  const [technician] = await loadTechnicians(tx, { ids: [technicianId], within: near, at });
  if (!technician) return;
  const wide = { from: near.from - 2 * DAY, to: near.to + 2 * DAY };
  const visits = occupiedIn(technician.diary, wide, windowSettings.travel).filter(
    ({ visit: { from, to } }) => from < near.to && near.from < to,
  );
  await tx.$executeRaw`
    update appointments a set occupied_from = v.sets_out, occupied_to = a.ends_at
    from unnest(${visits.map(({ visit }) => visit.id)}::uuid[], ${visits.map(({ setsOut }) => new Date(setsOut))}::timestamptz[])
      v(id, sets_out)
    where a.id = v.id and (a.occupied_from, a.occupied_to) is distinct from (v.sets_out, a.ends_at)`;
}
