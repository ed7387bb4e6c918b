import { db } from '#lib/platform/db.ts';
import { dateText } from '#lib/technician/calendar-date.ts';
import type { BoardQuery } from '../board-query.ts';

type Narrowed = Pick<BoardQuery, 'name' | 'group' | 'region' | 'skill' | 'page'>;

/** The active technicians of one page of the board, by region and name, and their total number. */
export async function technicianIds(query: Narrowed, pageSize: number): Promise<{ ids: string[]; count: number }> {
  const { name, group, region, skill, page } = query;
  const rows = await db().$queryRaw<{ id: string; count: number }[]>`
    select w.user_id as id, (count(*) over ())::int as count from technicians w join users u on u.id = w.user_id
    where w.active and u.active
      and strpos(lower(u.name), lower(${name})) > 0
      and (${region} = '' or w.region = ${region})
      and (${skill} = '' or exists (select from technician_skills s where s.technician_id = w.user_id and s.skill = ${skill}))
      and (${group}::uuid is null or exists (
        select from group_members m where m.user_id = w.user_id and m.group_id = ${group}::uuid))
    order by w.region, u.name, w.user_id limit ${pageSize} offset ${(page - 1) * pageSize}`;
  return { ids: rows.map(({ id }) => id), count: rows[0]?.count ?? 0 };
}

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
