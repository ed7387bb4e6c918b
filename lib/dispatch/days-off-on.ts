import { db } from '#lib/platform/db.ts';
import { dateText } from '#lib/technician/calendar-date.ts';

/** Why technicians have the day off, and until when, by their ids. */
export async function daysOffOn(ids: readonly string[], day: string): Promise<Map<string, string>> {
  const date = new Date(day);
  const rows = await db().daysOff.findMany({
    where: { technicianId: { in: [...ids] }, fromDate: { lte: date }, toDate: { gte: date } },
    orderBy: { toDate: 'asc' },
  });
  return new Map(
    rows.map(({ technicianId, reason, toDate }) => [technicianId, `${reason || 'Day off'} until ${dateText(toDate)}`]),
  );
}
