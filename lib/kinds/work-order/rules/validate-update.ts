import { isTimeZone } from '#lib/platform/time-zones.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { UpdateContext } from '#lib/record/definition.ts';
import { finalRecordKeepsItsFields } from '#lib/record/rules/may-move.ts';
import { isOn } from '#lib/settings/settings.ts';
import type { WorkOrder } from '../definition.ts';
import { type WorkOrderState, workOrderMoves, workOrderStates } from '../states.ts';

/** WO-4 · Users move an order up to dispatch and to Canceled. After that it follows its tasks (WO-5). */
function orderMayMove(before: WorkOrder, after: WorkOrder, { settings, followsParts }: UpdateContext): Verdict {
  if (before.state === after.state || followsParts) return yes;
  const moves = workOrderMoves(before.state as WorkOrderState, isOn(settings, 'wm.qualification_required'));
  if (moves.some((state) => state === after.state)) return yes;
  return no('WO-4', 'The state of a work order follows its tasks, once it has been dispatched.', 'state');
}

/** WO-10 · The site's time zone must be valid, because customers are offered windows in that zone. */
function zoneIsKnown({ timeZone }: WorkOrder): Verdict {
  if (timeZone === '' || isTimeZone(timeZone)) return yes;
  return no('WO-10', `"${timeZone}" is not a time zone. An example is Europe/Berlin.`, 'timeZone');
}

/** All rules for an update of a work order. */
export function validateWorkOrder(before: WorkOrder | null, after: WorkOrder, update: UpdateContext): Verdict {
  if (!before) return zoneIsKnown(after);
  return first(
    finalRecordKeepsItsFields(workOrderStates, before, after),
    orderMayMove(before, after, update),
    zoneIsKnown(after),
  );
}
