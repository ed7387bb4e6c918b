import type { HoursRow } from '#lib/diary/rules/hours-do-not-overlap.ts';
import type { Db } from '#lib/platform/db.ts';
import { dateText } from './calendar-date.ts';

/** A technician's working hours, Monday first. */
export async function hoursOf(tx: Db, technicianId: string): Promise<(HoursRow & { id: string })[]> {
  const rows = await tx.workingHours.findMany({
    where: { technicianId },
    orderBy: [{ weekday: 'asc' }, { fromMinute: 'asc' }, { validFrom: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, weekday, fromMinute, toMinute, validFrom, validTo }) => ({
    id,
    weekday,
    fromMinute,
    toMinute,
    validFrom: validFrom && dateText(validFrom),
    validTo: validTo && dateText(validTo),
  }));
}
