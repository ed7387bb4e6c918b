import type { Db } from '#lib/platform/db.ts';

/** An appointment as commands need it. */
export interface BookedAppointment {
  id: string;
  taskId: string;
  technicianId: string | null;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  uid: string;
  sequence: number;
}

const select = {
  id: true,
  taskId: true,
  technicianId: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  uid: true,
  sequence: true,
} as const;

/** The booked appointment of a task; null: none. To change it, the caller must have locked the task. */
export function bookedOf(tx: Db, taskId: string): Promise<BookedAppointment | null> {
  return tx.appointment.findFirst({ where: { taskId, state: 'booked' }, select });
}

export function bookedOfTasks(tx: Db, taskIds: readonly string[]): Promise<BookedAppointment[]> {
  return tx.appointment.findMany({ where: { taskId: { in: [...taskIds] }, state: 'booked' }, select });
}
