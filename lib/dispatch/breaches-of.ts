import type { BookedAppointment } from '#lib/diary/booked-of.ts';
import { MINUTE } from '#lib/diary/interval.ts';
import { loadTechnicians } from '#lib/diary/load-technicians.ts';
import { siteOf, wantedOf } from '#lib/diary/wanted-of.ts';
import { limitsOf } from '#lib/diary/window-settings.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { Db } from '#lib/platform/db.ts';
import { found, type Verdict } from '#lib/platform/verdict.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { type Breach, findBreaches } from './rules/find-breaches.ts';
import { isInTime } from './rules/may-place.ts';

interface PlacingRequest {
  task: WorkOrderTask;
  before: BookedAppointment | null;
  technicianId: string;
  startsAt: Date;
  minutes: number;
  timeZone: string;
  at: Date;
  settings: Settings;
  /** WO-13 · Why the window is booked or moved late. */
  reason: string;
}

/** WO-17 · The constraints that a placement would break according to the database, and whether it is too late (WO-13). */
export async function breachesOf(
  tx: Db,
  { task, before, technicianId, startsAt, minutes, timeZone, at, settings, reason }: PlacingRequest,
): Promise<{ name: string; breaches: Breach[]; inTime: Verdict }> {
  const from = startsAt.getTime();
  const within = { from, to: from + minutes * MINUTE };
  const query = { ids: [technicianId], within, at, exceptTaskIds: [task.id] };
  const [technicians, site] = await Promise.all([loadTechnicians(tx, query), siteOf(tx, task)]);
  const technician = found(technicians[0], 'technician');
  const wanted = wantedOf(task, site, minutes, within);
  const breaches = findBreaches({ task: wanted, technician, now: at.getTime(), timeZone });
  const inTime = isInTime({ before, startsAt, limits: limitsOf(settings), now: at, reason });
  return { name: technician.name, breaches, inTime };
}
