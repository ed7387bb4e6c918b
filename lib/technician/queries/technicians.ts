import { z } from 'zod';
import { canBeTechnicianSql } from '#lib/access/can-be-technician.ts';
import { mayManageTechnicians } from '#lib/access/field-service.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { localText } from '#lib/platform/local-time.ts';
import { enforce, found, notFound } from '#lib/platform/verdict.ts';
import { dateText } from '../calendar-date.ts';
import { hoursOf } from '../hours-of.ts';

/** Technicians per page. */
const MAX = 500;

export interface ListedTechnician {
  userId: string;
  name: string;
  region: string;
  timeZone: string;
  active: boolean;
  skills: string[];
  hasHours: boolean;
}

export async function technicians(actor: Actor): Promise<ListedTechnician[]> {
  enforce(mayManageTechnicians(actor));
  const rows = await db().technician.findMany({
    select: {
      userId: true,
      region: true,
      timeZone: true,
      active: true,
      user: { select: { name: true, active: true } },
      skills: { select: { skill: true }, orderBy: { skill: 'asc' } },
      _count: { select: { hours: true } },
    },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    take: MAX,
  });
  return rows.map(({ user, skills, active, _count, ...row }) => ({
    ...row,
    name: user.name,
    active: active && user.active,
    skills: skills.map(({ skill }) => skill),
    hasHours: _count.hours > 0,
  }));
}

/** Users whose roles allow them to be technicians and who are not yet technicians. */
export async function newTechnicians(actor: Actor): Promise<{ id: string; name: string; timeZone: string | null }[]> {
  enforce(mayManageTechnicians(actor));
  return db().$queryRaw`
    select u.id, u.name, u.time_zone as "timeZone" from users u
    where ${canBeTechnicianSql} and not exists (select from technicians t where t.user_id = u.id)
    order by u.name, u.id limit ${MAX}`;
}

/** A technician with hours, skills, and current and future days off. */
export async function technicianOf(actor: Actor, userId: string) {
  enforce(mayManageTechnicians(actor));
  if (!z.uuid().safeParse(userId).success) throw notFound('technician');
  const row = found(
    await db().technician.findUnique({
      where: { userId },
      include: {
        user: { select: { name: true, active: true } },
        skills: { select: { skill: true }, orderBy: { skill: 'asc' } },
        daysOff: { orderBy: [{ fromDate: 'asc' }, { id: 'asc' }] },
      },
    }),
    'technician',
  );
  const { version, timeZone, region, address, latitude, longitude, active, user, skills, daysOff } = row;
  const today = localText(now().toISOString(), timeZone).slice(0, 10);
  return {
    userId,
    version,
    timeZone,
    region,
    address,
    latitude,
    longitude,
    active,
    name: user.name,
    skills: skills.map(({ skill }) => skill),
    hours: await hoursOf(db(), userId),
    daysOff: daysOff
      .map(({ id, fromDate, toDate, reason }) => ({ id, from: dateText(fromDate), to: dateText(toDate), reason }))
      .filter(({ to }) => today <= to),
  };
}

export type ShownTechnician = Awaited<ReturnType<typeof technicianOf>>;
