import { bookedOf } from '#lib/diary/booked-of.ts';
import { type Outcome, runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { bookVisit } from '../book-visit.ts';
import { lockTaskToArrange, minutesOf, withinLimits } from '../locked-task.ts';
import { refuseOverlap } from '../refuse-overlap.ts';
import { hasNoAppointment } from '../rules/book.ts';
import type { BookWindow } from '../schema.ts';

/**
 * WO-6, WO-12 · Books a window for a task. The task becomes Scheduled; customer and technician receive an invitation. Booking
 * the same window again changes nothing. Refused: WO-12 just taken, WO-13 too late, WO-6 the task already has an appointment.
 */
export function bookWindow(actor: Actor, input: BookWindow): Promise<Outcome<TaskRecord>> {
  const { number, startsAt, technicianId, reason } = input;
  return refuseOverlap(input, () =>
    runCommand(actor, 'book-window', async (context): Promise<TaskRecord> => {
      const task = await lockTaskToArrange(context, number);
      const there = await bookedOf(context.tx, task.id);
      const isAgain = there?.startsAt.getTime() === startsAt.getTime();
      if (isAgain && (technicianId ?? there.technicianId) === there.technicianId) return task;
      enforce(hasNoAppointment(task, there));
      enforce(withinLimits(context, reason, { what: 'book', begins: startsAt }));
      const request = { startsAt, technicianId, minutes: minutesOf(task, input.minutes) };
      return bookVisit(context, task, { ...request, reason });
    }),
  );
}
