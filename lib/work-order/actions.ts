'use server';

import { action } from '#lib/door/action.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import { moveTask } from '#lib/work-order-task/commands/move-task.ts';
import { AddWorkOrderTask, MoveWorkOrderTask } from '#lib/work-order-task/schema.ts';
import { taskActions } from '#lib/work-order-task/task-actions.ts';
import { addTaskToOrder } from './commands/add-task.ts';

/** WO-1 · Adds a task to a work order. */
export const addWorkOrderTaskAction = action(
  { permission: 'work-order.add-task', input: AddWorkOrderTask, isOnce: true },
  async (actor, input) => {
    const { number } = await addTaskToOrder(actor, input);
    return { message: `Task ${number} added.`, link: { href: pathOfNumber(number), label: `Open ${number}` } };
  },
);

/** WO-5, WO-9 · Moves a task by one of its actions. */
export const moveWorkOrderTaskAction = action(
  { permission: 'work-order.move-task', input: MoveWorkOrderTask },
  async (actor, input) => {
    await moveTask(actor, input);
    return { message: `${input.number}: ${taskActions[input.action].label} done.` };
  },
);
