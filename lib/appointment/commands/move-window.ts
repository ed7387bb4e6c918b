import { mayOverrideLimits } from '#lib/access/appointments.ts';
import { minutesOfVisit } from '#lib/diary/interval.ts';
import { type Outcome, runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { lockVisit, withinLimits } from '../locked-task.ts';
import { moveVisit } from '../move-visit.ts';
import { refuseOverlap } from '../refuse-overlap.ts';
import type { MoveWindow } from '../schema.ts';

/**
 * WO-13 · Moves an appointment to another window or technician; its history keeps the old window. Refused: REC-3 changed by
 * somebody else since, WO-12 just taken, WO-13 too late. Changing only the technician is never too late.
 */
export function moveWindow(actor: Actor, input: MoveWindow): Promise<Outcome<TaskRecord>> {
  const { startsAt, technicianId, reason } = input;
  return refuseOverlap(input, () =>
    runCommand(actor, 'move-window', async (context): Promise<TaskRecord> => {
      const { task, before } = await lockVisit(context, input);
      const isMoved = before.startsAt.getTime() !== startsAt.getTime();
      // POR-11: customers cannot change the technician.
      if (!isMoved && !mayOverrideLimits(actor)) return task;
      const limits = [
        { what: 'move', begins: before.startsAt },
        { what: 'book', begins: startsAt },
      ] as const;
      enforce(withinLimits(context, reason, ...(isMoved ? limits : [])));
      const minutes = input.minutes ?? minutesOfVisit(before);
      return moveVisit(context, task, before, { startsAt, technicianId, minutes, reason });
    }),
  );
}
