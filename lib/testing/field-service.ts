import { createTask } from '#lib/engine/commands/create-task.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { addWorkOrderTaskAction, moveWorkOrderTaskAction } from '#lib/work-order/actions.ts';
import { change } from './world.ts';

async function aCanceledOrder(by: Actor) {
  const order = await createTask(by, { kind: 'work_order', values: { shortDescription: 'Change the fan' } });
  await change(by, order, { state: 'canceled' });
  return order;
}

/** ACC-5 · Commands that a rule refuses on a closed work order. */
export const fieldServiceAttempts = (administrator: () => Actor) => [
  {
    command: 'work-order/add-task',
    of: async () => {
      const { number } = await aCanceledOrder(administrator());
      return () => addWorkOrderTaskAction({ number, shortDescription: 'Look again' });
    },
    rule: 'WO-5',
  },
  {
    command: 'work-order-task/move-task',
    of: async () => {
      const { id } = await aCanceledOrder(administrator());
      const where = { workOrderTask: { workOrderId: id } };
      const { number, version } = await db().task.findFirstOrThrow({ where });
      return () => moveWorkOrderTaskAction({ number, version, action: 'unassign' });
    },
    rule: 'WO-5',
  },
];
