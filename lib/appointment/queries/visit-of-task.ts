import { mayArrangeVisit } from '#lib/access/appointments.ts';
import { shownWindow } from '#lib/diary/shown-window.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { loadRecords } from '#lib/record/kind-table.ts';
import { canBeArranged } from '../rules/book.ts';

/** The appointment of a task as its page shows it, and whether the actor may arrange it now. */
export interface VisitOfTask {
  mayArrange: boolean;
  visit: {
    /** The time of the visit, in the site's time zone. */
    shown: string;
    /** Null: no technician is assigned yet. */
    technician: string | null;
    sequence: number;
  } | null;
}

/** WO-6 · The appointment of a task that the actor sees. */
export async function visitOfTask(actor: Actor, taskId: string): Promise<VisitOfTask> {
  const [[task], booked] = await Promise.all([
    loadRecords(db(), 'work_order_task', [taskId]),
    db().appointment.findFirst({
      where: { taskId, state: 'booked' },
      include: { technician: { select: { user: { select: { name: true } } } } },
    }),
  ]);
  return {
    mayArrange: task !== undefined && canBeArranged(task).ok && mayArrangeVisit(actor, task).ok,
    visit: booked && {
      shown: shownWindow(booked.startsAt, booked.endsAt, booked.timeZone),
      technician: booked.technician?.user.name ?? null,
      sequence: booked.sequence,
    },
  };
}
