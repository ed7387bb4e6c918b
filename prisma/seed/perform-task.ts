import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { moveTask } from '#lib/work-order-task/commands/move-task.ts';
import { MoveWorkOrderTask } from '#lib/work-order-task/schema.ts';
import type { Names } from './names.ts';
import type { StoryAction } from './story.ts';

/** Moves the newest open task of a work order. */
export async function performTask(
  actor: Actor,
  orderNumber: string,
  { move: action, to, reason = '', followOn = '' }: Extract<StoryAction, { do: 'task' }>,
  names: Names,
): Promise<void> {
  const { number, version } = await db().task.findFirstOrThrow({
    where: { active: true, workOrderTask: { workOrder: { task: { number: orderNumber } } } },
    orderBy: { number: 'desc' },
  });
  const whom = to ? { assignedToId: names.id(to) } : {};
  await moveTask(actor, MoveWorkOrderTask.parse({ number, version, action, reason, followOn, ...whom }));
}
