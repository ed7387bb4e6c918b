import { canBeTechnicianSql } from '#lib/access/can-be-technician.ts';
import type { Db } from '#lib/platform/db.ts';
import type { Diary, Visit } from './diary.ts';
import { DAY, type Interval } from './interval.ts';
import { clock } from './rules/hours-do-not-overlap.ts';
import type { Technician } from './technician.ts';

/** A visit in a diary, with the id of its row. */
export type BookedVisit = Visit & { id: string };
export type LoadedTechnician = Omit<Technician, 'diary'> & {
  diary: Omit<Diary, 'visits'> & { visits: readonly BookedVisit[] };
};

interface Wanted {
  /** Only these ids, or only this group; neither: all technicians. */
  ids?: readonly string[];
  groupId?: string | null;
  within: Interval;
  /** WO-11 · A held window counts until it expires. */
  at: Date;
  /** Ignores visits of these tasks, because they are being moved. */
  exceptTaskIds?: readonly string[];
}

/** A technician as the database returns one: times in milliseconds, minutes since midnight, dates as text. */
interface Serialized {
  id: string;
  name: string;
  active: boolean;
  region: string;
  timeZone: string;
  latitude: number | null;
  longitude: number | null;
  groupIds: string[];
  skills: string[];
  hours: [weekday: number, from: number, to: number, validFrom: string | null, validTo: string | null][];
  daysOff: { from: string; to: string }[];
  visits: [id: string, from: number, to: number][];
}

/** WO-11 · Technicians by id with their diaries around an interval. One statement, as there may be hundreds. */
export async function loadTechnicians(tx: Db, wanted: Wanted): Promise<LoadedTechnician[]> {
  const { ids = null, groupId = null, within, at, exceptTaskIds = [] } = wanted;
  const [first, last] = [new Date(within.from - 2 * DAY), new Date(within.to + 2 * DAY)];
  const rows = await tx.$queryRaw<Serialized[]>`
    select w.user_id as id, u.name, w.active and ${canBeTechnicianSql} as active, w.region, w.time_zone as "timeZone", w.latitude, w.longitude,
      array(select m.group_id from group_members m where m.user_id = w.user_id) as "groupIds",
      array(select s.skill from technician_skills s where s.technician_id = w.user_id) as skills,
      (select coalesce(json_agg(json_build_array(h.weekday, h.from_minute, h.to_minute, h.valid_from, h.valid_to)), '[]')
        from working_hours h where h.technician_id = w.user_id) as hours,
      (select coalesce(json_agg(json_build_object('from', o.from_date, 'to', o.to_date)), '[]') from days_off o
        where o.technician_id = w.user_id and o.from_date <= ${last}::date and o.to_date >= ${first}::date) as "daysOff",
      (select coalesce(json_agg(json_build_array(a.id, extract(epoch from a.starts_at) * 1000,
          extract(epoch from a.ends_at) * 1000) order by a.starts_at), '[]') from appointments a
        where a.technician_id = w.user_id and (a.state = 'booked' or (a.state = 'held' and a.held_until > ${at}))
          and a.ends_at > ${first} and a.starts_at < ${last} and a.task_id <> all(${[...exceptTaskIds]}::uuid[])) as visits
    from technicians w join users u on u.id = w.user_id
    where (${ids === null}::boolean or w.user_id = any(${[...(ids ?? [])]}::uuid[]))
      and (${groupId}::uuid is null or exists (
        select from group_members m where m.user_id = w.user_id and m.group_id = ${groupId}::uuid))
    order by w.user_id`;
  return rows.map(unpacked);
}

const unpacked = ({ region, timeZone, latitude, longitude, hours, daysOff, visits, ...row }: Serialized) => ({
  ...row,
  regionId: region || null,
  accountIds: [],
  diary: {
    plan: {
      timeZone,
      hours: hours.map(([weekday, from, to, validFrom, validTo]) => ({
        weekday,
        from: clock(from),
        to: clock(to),
        validFrom,
        validTo,
      })),
      daysOff,
    },
    home: { latitude, longitude },
    visits: visits.map(([id, from, to]) => ({ id, from, to, site: unknownSite })),
    absent: [],
  },
});

/** Work orders have an address but no coordinates, so the travel time is unknown. */
export const unknownSite = { latitude: null, longitude: null };
