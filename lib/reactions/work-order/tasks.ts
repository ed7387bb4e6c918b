import type { WorkOrder } from '#lib/kinds/work-order/definition.ts';
import { type WorkOrderState, workOrderStates } from '#lib/kinds/work-order/states.ts';
import type { WorkOrderTask } from '#lib/kinds/work-order-task/definition.ts';
import { isOver, type WorkOrderTaskState } from '#lib/kinds/work-order-task/states.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { loadRecords } from '#lib/record/kind-table.ts';
import { isOn } from '#lib/settings/settings.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { createRecords } from '#lib/write/create-records.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';
import { withPreviewed } from '#lib/write/preview-state.ts';
import { updateContext, writeUpdates } from '#lib/write/write-updates.ts';
import { stateOfTasks } from './rules/state-of-tasks.ts';

/** WO-1 · The fields that tasks copy from their work order. */
export const fieldsCopiedToTasks = ['accountId', 'contactId', 'consumerId', 'assetId', 'configurationItemId'] as const;

/** WO-1 · The values that a task copies from its work order. */
export function valuesFromOrder(order: WorkOrder) {
  const { accountId, contactId, consumerId, assetId, configurationItemId } = order;
  return { accountId, contactId, consumerId, assetId, configurationItemId } satisfies Partial<WorkOrderTask>;
}

/** WO-1 · Each new work order gets a task in Draft. */
export async function beginTasks(context: CommandContext, orders: readonly WorkOrder[]): Promise<void> {
  await createRecords(
    context,
    'work_order_task',
    orders.map((order) => {
      const { id: workOrderId, caseId, shortDescription, description, priority, impact, urgency } = order;
      const own = { workOrderId, caseId, shortDescription, description, priority, impact, urgency };
      return { ...own, ...valuesFromOrder(order), assignmentGroupId: order.assignmentGroupId };
    }),
    { silent: true },
  );
}

/** WO-5 · Sets the states of work orders from their tasks. The orders were locked before the tasks. */
export async function followTasks(context: CommandContext, moved: readonly WorkOrderTask[]): Promise<void> {
  const ids = [...new Set(moved.map(({ workOrderId }) => workOrderId))];
  const orders = withPreviewed(context, await loadRecords(context.tx, 'work_order', ids));
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

const isOpen = ({ state }: WorkOrderTask) => !isOver(state as WorkOrderTaskState);

/** Changes the open tasks of locked work orders, in a fixed number of statements. */
async function changeTasks(
  context: CommandContext,
  orders: readonly WorkOrder[],
  change: (task: WorkOrderTask) => Partial<WorkOrderTask>,
): Promise<void> {
  const tasks = (await tasksOfOrders(context, orders)).filter(isOpen);
  const update = { ...updateContext(context, {}), byAction: true };
  const decisions = tasks.map((task) => decideUpdate('work_order_task', task, { ...task, ...change(task) }, update));
  enforce(...decisions.map(({ verdict }) => verdict));
  await writeUpdates(context, 'work_order_task', decisions);
}

/** WO-4 · A work order that is ready for dispatch releases its draft tasks: to their technician, or to dispatch. */
export function releaseDrafts(context: CommandContext, orders: readonly WorkOrder[]): Promise<void> {
  return changeTasks(context, orders, ({ state, assignedToId }) =>
    state === 'draft' ? { state: assignedToId ? 'assigned' : 'pending_dispatch' } : {},
  );
}

/** WO-4 · A canceled work order cancels its open tasks. */
export function cancelTasks(context: CommandContext, orders: readonly WorkOrder[]): Promise<void> {
  return changeTasks(context, orders, () => ({ state: 'cancelled' }));
}

/** WO-1 · Tasks copy the customer of their work order, also after a change. */
export function tasksShowCustomer(context: CommandContext, orders: readonly WorkOrder[]): Promise<void> {
  const byId = new Map(orders.map((order) => [order.id, valuesFromOrder(order)]));
  return changeTasks(context, orders, ({ workOrderId }) => byId.get(workOrderId) ?? {});
}

/** The tasks of locked work orders, in the order of their numbers: tasks cannot change while their order is locked. */
async function tasksOfOrders(context: CommandContext, orders: readonly { id: string }[]): Promise<WorkOrderTask[]> {
  const { tx } = context;
  const found = await tx.workOrderTask.findMany({
    where: { workOrderId: { in: orders.map(({ id }) => id) } },
    select: { id: true },
  });
  const tasks = await loadRecords(
    tx,
    'work_order_task',
    found.map(({ id }) => id),
  );
  return withPreviewed(context, tasks).toSorted((one, other) => one.number.localeCompare(other.number));
}
