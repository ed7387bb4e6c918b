import { mayDispatch } from '#lib/access/field-service.ts';
import { bookVisit } from '#lib/appointment/book-visit.ts';
import { moveVisit } from '#lib/appointment/move-visit.ts';
import { refuseOverlap } from '#lib/appointment/refuse-overlap.ts';
import { canBeArranged } from '#lib/appointment/rules/book.ts';
import { withVisit } from '#lib/appointment/rules/task-with-visit.ts';
import { bookedOf } from '#lib/diary/booked-of.ts';
import { type Outcome, runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, first } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { refuseConflicts } from '#lib/write/conflict.ts';
import { breachesOf } from '../breaches-of.ts';
import { dispatchSettings } from '../rules/find-breaches.ts';
import { mayPlace } from '../rules/may-place.ts';
import type { PlaceTask } from '../schema.ts';

/**
 * WO-7, WO-17 · Gives a task to a technician at a time: books its appointment, or moves the existing one. Repeating it changes
 * nothing. Refused: ACC-6 users who do not dispatch, WO-5 tasks that have begun or are over, REC-3 tasks that someone else has
 * moved, WO-12 busy technicians, WO-13 late windows without a reason, WO-17 unconfirmed breaches.
 */
export function placeTask(actor: Actor, input: PlaceTask): Promise<Outcome<TaskRecord>> {
  const { number, version, technicianId, startsAt, minutes, reason, confirmed } = input;
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
  return refuseOverlap(input, () =>
    runCommand(actor, 'place-task', async (context): Promise<TaskRecord> => {
      const { tx, at, settings } = context;
      const task = await lockForUpdate(context, 'work_order_task', number);
      enforce(mayDispatch(actor));
      enforce(canBeArranged(task));
      await refuseConflicts(context, task, version, withVisit(task, { technicianId, startsAt, endsAt }));
      const before = await bookedOf(tx, task.id);
      const wanted = [technicianId, startsAt.getTime(), endsAt.getTime()];
      if (before && String([before.technicianId, +before.startsAt, +before.endsAt]) === String(wanted)) return task;
      const { breaches, inTime } = await breachesOf(tx, { ...input, task, before, at, settings });
      enforce(first(mayPlace(breaches, confirmed), inTime));
      const request = { technicianId, startsAt, minutes, reason, settings: dispatchSettings, atAnyHour: confirmed };
      return before ? moveVisit(context, task, before, request) : bookVisit(context, task, request);
    }),
  );
}
