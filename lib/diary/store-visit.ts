import { v7 as uuid } from 'uuid';
import type { Db } from '#lib/platform/db.ts';
import { mailDomain } from '#lib/platform/env.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import type { BookedAppointment } from './booked-of.ts';
import type { Interval } from './interval.ts';
import { loadTechnicians } from './load-technicians.ts';
import type { Placed } from './place-visit.ts';
import { occupiedIntervals } from './rules/occupied.ts';
import { windowSettings } from './window-settings.ts';

const DAY = 86_400_000;

/** WO-12 · Recalculates a technician's occupied times around an interval in which a visit was added or removed. */
async function rewriteOccupied(tx: Db, technicianId: string, around: Interval, at: Date): Promise<void> {
  const near = { from: around.from - DAY, to: around.to + DAY };
  const [technician] = await loadTechnicians(tx, { ids: [technicianId], within: near, at });
  if (!technician) return;
  const wide = { from: near.from - 2 * DAY, to: near.to + 2 * DAY };
  const visits = occupiedIntervals(technician.diary, wide, windowSettings.travel).filter(
    ({ visit: { from, to } }) => from < near.to && near.from < to,
  );
  await tx.$executeRaw`
    update appointments a set occupied_from = v.sets_out, occupied_to = a.ends_at
    from unnest(${visits.map(({ visit }) => visit.id)}::uuid[], ${visits.map(({ setsOut }) => new Date(setsOut))}::timestamptz[])
      v(id, sets_out)
    where a.id = v.id and (a.occupied_from, a.occupied_to) is distinct from (v.sets_out, a.ends_at)`;
}

/** The new values of an appointment. */
export interface AppointmentValues {
  state: 'booked' | 'cancelled';
  startsAt: Date;
  endsAt: Date;
  technicianId: string | null;
  timeZone: string;
  reason: string;
}

/** WO-12 · Windows may overlap until all rows are written. The database checks for overlaps afterwards. */
export async function deferOverlapCheck<T>({ tx, preview }: CommandContext, work: () => Promise<T>): Promise<T> {
  if (preview) return work();
  await tx.$executeRaw`set constraints appointments_no_overlap deferred`;
  const done = await work();
  await tx.$executeRaw`set constraints appointments_no_overlap immediate`;
  return done;
}

const intervalOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Interval => ({
  from: startsAt.getTime(),
  to: endsAt.getTime(),
});

/** WO-11 · Deletes expired holds, which the database would count as overlaps, and the holds of the task itself. */
async function dropHolds({ tx, at }: CommandContext, taskId: string, technicianId: string | null) {
  await tx.$executeRaw`
    delete from appointments where state = 'held'
      and (task_id = ${taskId}::uuid or (technician_id = ${technicianId}::uuid and held_until <= ${at}))`;
}

/** WO-6 · Writes a new appointment. The caller has locked the technician. */
export async function insertVisit(
  context: CommandContext,
  taskId: string,
  { technicianId, window, site }: Placed,
  heldUntil: Date | null = null,
): Promise<BookedAppointment> {
  const { tx, actor, at } = context;
  const id = uuid();
  const [startsAt, endsAt] = [new Date(window.from), new Date(window.to)];
  const row = {
    id,
    taskId,
    technicianId,
    startsAt,
    endsAt,
    timeZone: site.timeZone,
    uid: `appointment-${id}@${mailDomain()}`,
    sequence: 0,
  };
  await dropHolds(context, taskId, technicianId);
  await tx.appointment.create({
    data: {
      ...row,
      state: heldUntil ? 'held' : 'booked',
      heldUntil,
      occupiedFrom: new Date(window.setsOut),
      occupiedTo: endsAt,
      bookedById: actor.id,
      createdAt: at,
    },
  });
  await rewriteOccupied(tx, technicianId, window, at);
  return row;
}

/** WO-13, WO-14 · Changes an appointment, keeps its old values and increases its sequence. The technicians are locked. */
export async function changeVisit(
  context: CommandContext,
  before: BookedAppointment,
  { reason, ...becomes }: AppointmentValues,
): Promise<BookedAppointment> {
  const { tx, actor, at } = context;
  const { id, sequence, startsAt, endsAt, technicianId } = before;
  const { state: _state, ...row } = becomes;
  const after = { ...before, ...row, sequence: sequence + 1 };
  if (context.preview) return after;
  await dropHolds(context, before.taskId, becomes.technicianId);
  await tx.appointmentChange.create({
    data: { appointmentId: id, sequence, startsAt, endsAt, technicianId, changedById: actor.id, changedAt: at, reason },
  });
  const times = { occupiedFrom: becomes.startsAt, occupiedTo: becomes.endsAt };
  await tx.appointment.update({ where: { id }, data: { ...becomes, ...times, sequence: sequence + 1 } });
  if (technicianId) await rewriteOccupied(tx, technicianId, intervalOf(before), at);
  if (becomes.technicianId) await rewriteOccupied(tx, becomes.technicianId, intervalOf(becomes), at);
  return after;
}
