import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { UpdateContext } from '#lib/record/definition.ts';
import { finalRecordKeepsItsFields } from '#lib/record/rules/may-move.ts';
import type { WorkOrderTask } from '../definition.ts';
import { workOrderTaskStates } from '../states.ts';

/** WO-5 · Only actions and assignment move a task, not the State field. */
function isMovedByActions(before: WorkOrderTask, after: WorkOrderTask, { byAction }: UpdateContext): Verdict {
  if (byAction) return yes;
  if (before.state === after.state || before.assignedToId !== after.assignedToId) return yes;
  return no('WO-5', "Use the task's actions to change its state.", 'state');
}

/** WO-9 · The planned end is after the planned start, and the actual end is not before the actual start. */
function endsAfterItBegins({ plannedStart, plannedEnd, actualStart, actualEnd }: WorkOrderTask): Verdict {
  if (plannedStart && plannedEnd && plannedEnd <= plannedStart)
    return no('WO-9', 'The planned end must be after the planned start.', 'plannedEnd');
  if (actualStart && actualEnd && actualEnd < actualStart)
    return no('WO-9', 'The actual end cannot be before the actual start.', 'actualEnd');
  return yes;
}

/** All rules for an update of a task. */
export function validateTask(before: WorkOrderTask | null, after: WorkOrderTask, update: UpdateContext): Verdict {
  if (!before) return endsAfterItBegins(after);
  return first(
    finalRecordKeepsItsFields(workOrderTaskStates, before, after),
    isMovedByActions(before, after, update),
    endsAfterItBegins(after),
  );
}
