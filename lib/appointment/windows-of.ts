import { mayOverrideLimits } from '#lib/access/appointments.ts';
import { bookedOf } from '#lib/diary/booked-of.ts';
import type { FreeWindow } from '#lib/diary/diary.ts';
import { DAY, HOUR, YEAR } from '#lib/diary/interval.ts';
import { loadTechnicians } from '#lib/diary/load-technicians.ts';
import { freeWindows } from '#lib/diary/rules/free-windows.ts';
import { siteOf, wantedOf } from '#lib/diary/wanted-of.ts';
import { limitsOf, windowSettings } from '#lib/diary/window-settings.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { localText, zonedToUtc } from '#lib/platform/local-time.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { minutesOf } from './locked-task.ts';
import type { OfferWindows } from './schema.ts';

/** A window that can be booked. Times are ISO strings in UTC. */
export interface OfferedWindow {
  from: string;
  to: string;
  /** The technician who would come; the first by name if several are free. */
  technicianId: string;
}

export interface OfferedWindows {
  /** WO-10 · The site's time zone, which determines where windows begin. */
  timeZone: string;
  minutes: number;
  /** The first requested date, in that zone. */
  from: string;
  windows: OfferedWindow[];
  technicians: { id: string; name: string }[];
  /** The task's current appointment. */
  booked: { from: string; to: string; technicianId: string | null; sequence: number } | null;
  /** WO-13 · Windows that begin before this need a reason. */
  bookBy: string;
}

/**
 * WO-11 · Windows with a free technician on the requested days, for a task that the actor may arrange. The same function
 * accepts bookings. The task's own appointment does not block windows. Staff also get windows beyond the limit of WO-13.
 */
export async function windowsOf(actor: Actor, record: WorkOrderTask, input: OfferWindows): Promise<OfferedWindows> {
  const { id } = record;
  const [site, booked, settings] = await Promise.all([siteOf(db(), record), bookedOf(db(), id), readSettings(db())]);
  const at = now();
  const bookBy = at.getTime() + limitsOf(settings).book * HOUR;
  const earliest = mayOverrideLimits(actor) ? at.getTime() + 1 : bookBy;
  const from = input.from ?? localText(at.toISOString(), site.timeZone).slice(0, 10);
  const requestedFrom = Date.parse(zonedToUtc(`${from}T00:00`, site.timeZone) ?? at.toISOString());
  // WO-13: limits how far ahead users can book.
  const begin = Math.min(requestedFrom, at.getTime() + YEAR);
  const within = { from: Math.max(begin, earliest), to: begin + input.days * DAY };
  const minutes = minutesOf(record, input.minutes);
  const wanted = wantedOf(record, site, minutes, within);
  const all = await loadTechnicians(db(), { groupId: wanted.groupId, within, at, exceptTaskIds: [id] });
  const active = all.filter((each) => each.active).sort((a, b) => a.name.localeCompare(b.name));
  const wantedOnes = active.filter((each) => !input.technicianId || each.id === input.technicianId);
  const byBegin = new Map<number, FreeWindow & { technicianId: string }>();
  for (const { id: technicianId, diary } of within.from < within.to ? wantedOnes : [])
    for (const window of freeWindows(diary, wanted, windowSettings))
      if (!byBegin.has(window.from)) byBegin.set(window.from, { ...window, technicianId });
  const iso = (moment: number) => new Date(moment).toISOString();
  return {
    timeZone: site.timeZone,
    minutes,
    from,
    windows: [...byBegin.values()]
      .sort((a, b) => a.from - b.from)
      .map((window) => ({ from: iso(window.from), to: iso(window.to), technicianId: window.technicianId })),
    technicians: active.map(({ id: technicianId, name }) => ({ id: technicianId, name })),
    booked: booked && {
      from: booked.startsAt.toISOString(),
      to: booked.endsAt.toISOString(),
      technicianId: booked.technicianId,
      sequence: booked.sequence,
    },
    bookBy: iso(bookBy),
  };
}
