import { type WorkOrderState, workOrderStates } from '#lib/kinds/work-order/states.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import type { WorkOrderTaskState } from '#lib/kinds/work-order-task/states.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { loadRecords } from '#lib/record/kind-table.ts';
import { isOn } from '#lib/settings/settings.ts';
import { asLeft } from '#lib/write/ahead.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';
import { updateContext, writeUpdates } from '#lib/write/write-updates.ts';
import { stateOfTasks } from './rules/state-of-tasks.ts';
import { tasksOfOrders } from './tasks-of.ts';

/** WO-5 · Sets the states of work orders from their tasks. The orders were locked before the tasks. */
export async function followTasks(context: CommandContext, moved: readonly WorkOrderTask[]): Promise<void> {
  const ids = [...new Set(moved.map(({ workOrderId }) => workOrderId))];
  const orders = asLeft(context, await loadRecords(context.tx, 'work_order', ids));
  const tasks = Map.groupBy(await tasksOfOrders(context, orders), ({ workOrderId }) => workOrderId);
  const needsQualification = isOn(context.settings, 'wm.qualification_required');
  const update = { ...updateContext(context, {}), followsParts: true };
  const decisions = orders
    .filter(({ state }) => workOrderStates[state as WorkOrderState].phase === 'open')
    .map((order) => {
      const own = (tasks.get(order.id) ?? []).map((task) => ({ ...task, state: task.state as WorkOrderTaskState }));
      const state = stateOfTasks(order.state as WorkOrderState, own, needsQualification);
      return decideUpdate('work_order', order, { ...order, state }, update);
    });
  enforce(...decisions.map(({ verdict }) => verdict));
  await writeUpdates(context, 'work_order', decisions);
}
