import { v7 as uuid } from 'uuid';
import type { Db } from '#lib/platform/db.ts';
import { mailDomain } from '#lib/platform/env.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import type { BookedAppointment } from './booked-of.ts';
import { DAY, type Interval } from './interval.ts';
import { loadTechnicians } from './load-technicians.ts';
import type { Placed } from './place-visit.ts';
import { occupiedIntervals } from './rules/occupied.ts';
import { windowSettings } from './window-settings.ts';

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

/** WO-12 · Windows may overlap until all rows are written. The database checks for overlaps afterwards. */
async function deferOverlapCheck({ tx, preview }: CommandContext, write: () => Promise<void>): Promise<void> {
  if (preview) return write();
  await tx.$executeRaw`set constraints appointments_no_overlap deferred`;
  await write();
  await tx.$executeRaw`set constraints appointments_no_overlap immediate`;
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
  await deferOverlapCheck(context, async () => {
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
  });
  return row;
}

/** What becomes of an appointment; what is absent stays. */
interface VisitChange extends Partial<Pick<BookedAppointment, 'startsAt' | 'endsAt' | 'technicianId'>> {
  before: BookedAppointment;
  state?: 'booked' | 'cancelled';
  reason: string;
}

/** WO-13, WO-14 · Changes an appointment. The technicians are locked. */
export async function changeVisit(context: CommandContext, change: VisitChange): Promise<BookedAppointment> {
  const [after = change.before] = await changeVisits(context, [change]);
  return after;
}

/** WO-12 · The same for several, whose windows may overlap until all are written. */
export async function changeVisits(
  context: CommandContext,
  changes: readonly VisitChange[],
): Promise<BookedAppointment[]> {
  const written: BookedAppointment[] = [];
  await deferOverlapCheck(context, async () => {
    for (const change of changes) written.push(await writeChange(context, change));
  });
  return written;
}

/** Keeps the old values and increases the sequence. */
async function writeChange(
  context: CommandContext,
  { before, state = 'booked', reason, ...becomes }: VisitChange,
): Promise<BookedAppointment> {
  const { tx, actor, at } = context;
  const { id, sequence, startsAt, endsAt, technicianId } = before;
  const after = { ...before, ...becomes, sequence: sequence + 1 };
  if (context.preview) return after;
  await dropHolds(context, before.taskId, after.technicianId);
  await tx.appointmentChange.create({
    data: { appointmentId: id, sequence, startsAt, endsAt, technicianId, changedById: actor.id, changedAt: at, reason },
  });
  const times = { occupiedFrom: after.startsAt, occupiedTo: after.endsAt };
  const values = { ...becomes, ...times, state, sequence: after.sequence };
  await tx.appointment.update({ where: { id }, data: values });
  if (technicianId) await rewriteOccupied(tx, technicianId, intervalOf(before), at);
  if (after.technicianId) await rewriteOccupied(tx, after.technicianId, intervalOf(after), at);
  return after;
}
