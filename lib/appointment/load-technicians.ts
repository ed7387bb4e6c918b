import type { Db } from '#lib/platform/db.ts';
import { dateText } from '#lib/technician/calendar-date.ts';
import { clock } from '#lib/technician/rules/keep-hours.ts';
import type { Diary, Visit } from './diary.ts';
import type { Interval } from './interval.ts';
import type { Technician } from './technician.ts';

const DAY = 86_400_000;

/** A visit of a diary, with the row that it is. */
export type BookedVisit = Visit & { id: string };
export type LoadedTechnician = Omit<Technician, 'diary'> & {
  diary: Omit<Diary, 'visits'> & { visits: readonly BookedVisit[] };
};

interface Wanted {
  /** Only these, or those of this group; neither: all. */
  ids?: readonly string[];
  groupId?: string | null;
  within: Interval;
  /** WO-11 · What is held counts until it lapses. */
  at: Date;
  /** Visits of these tasks do not stand in their own way. */
  exceptTaskIds?: readonly string[];
}

/** WO-11 · Technicians with their diaries around a stretch of time, by id, in a fixed number of statements. */
export async function loadTechnicians(tx: Db, wanted: Wanted): Promise<LoadedTechnician[]> {
  const { ids, groupId, within, at, exceptTaskIds = [] } = wanted;
  const rows = await tx.technician.findMany({
    where: {
      ...(ids ? { userId: { in: [...ids] } } : {}),
      ...(groupId ? { user: { memberships: { some: { groupId } } } } : {}),
    },
    include: {
      user: { select: { name: true, active: true, memberships: { select: { groupId: true } } } },
      hours: true,
      skills: { select: { skill: true } },
      daysOff: {
        where: { fromDate: { lte: new Date(within.to + 2 * DAY) }, toDate: { gte: new Date(within.from - 2 * DAY) } },
      },
      appointments: {
        where: {
          OR: [{ state: 'booked' }, { state: 'held', heldUntil: { gt: at } }],
          endsAt: { gt: new Date(within.from - 2 * DAY) },
          startsAt: { lt: new Date(within.to + 2 * DAY) },
          taskId: { notIn: [...exceptTaskIds] },
        },
        select: { id: true, startsAt: true, endsAt: true },
        orderBy: { startsAt: 'asc' },
      },
    },
    orderBy: { userId: 'asc' },
  });
  return rows.map(({ userId, user, hours, skills, daysOff, appointments, ...row }) => ({
    id: userId,
    name: user.name,
    active: row.active && user.active,
    groupIds: user.memberships.map((membership) => membership.groupId),
    skills: skills.map(({ skill }) => skill),
    regionId: row.region || null,
    accountIds: [],
    diary: {
      plan: {
        timeZone: row.timeZone,
        hours: hours.map(({ weekday, fromMinute, toMinute, validFrom, validTo }) => ({
          weekday,
          from: clock(fromMinute),
          to: clock(toMinute),
          validFrom: validFrom && dateText(validFrom),
          validTo: validTo && dateText(validTo),
        })),
        daysOff: daysOff.map(({ fromDate, toDate }) => ({ from: dateText(fromDate), to: dateText(toDate) })),
      },
      home: { latitude: row.latitude, longitude: row.longitude },
      visits: appointments.map(({ id, startsAt, endsAt }) => ({
        id,
        from: startsAt.getTime(),
        to: endsAt.getTime(),
        site: unknownSite,
      })),
      absent: [],
    },
  }));
}

/** Work orders name an address, and no coordinates: the way there counts as one that nobody knows. */
export const unknownSite = { latitude: null, longitude: null };
