import { createTask } from '#lib/engine/commands/create-task.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { addTaskToOrder } from '#lib/work-order/commands/add-task.ts';
import { moveTask } from '#lib/work-order-task/commands/move-task.ts';
import { MoveWorkOrderTask } from '#lib/work-order-task/schema.ts';

/** A work order that a dispatcher has qualified: its task waits for dispatch. */
export async function aQualifiedOrder(dispatcher: Actor, values: Record<string, string>) {
  const { id, number } = await createTask(dispatcher, { kind: 'work_order', values });
  for (const state of ['awaiting_qualification', 'qualified']) {
    const { version } = await db().task.findUniqueOrThrow({ where: { id } });
    await updateTask(dispatcher, { kind: 'work_order', number, version, values: { state } });
  }
  return { id, number };
}

/** A task that a dispatcher has assigned to a technician. */
export async function aTaskOf(dispatcher: Actor, technician: { id: string }, shortDescription: string) {
  const order = await aQualifiedOrder(dispatcher, { shortDescription });
  const { number } = await addTaskToOrder(dispatcher, { number: order.number, shortDescription, description: '' });
  const { version } = await db().task.findUniqueOrThrow({ where: { number } });
  const assign = { number, version, action: 'assign', assignedToId: technician.id };
  const { value } = await moveTask(dispatcher, MoveWorkOrderTask.parse(assign));
  return value;
}
