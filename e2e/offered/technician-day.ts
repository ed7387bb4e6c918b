import { db } from '#lib/platform/db.ts';
import { renewFeed, revokeFeed } from '#lib/technician-day/commands/feed.ts';
import { moveTask } from '#lib/work-order-task/commands/move-task.ts';
import { MoveWorkOrderTask } from '#lib/work-order-task/schema.ts';
import { type TaskActionName, taskActions } from '#lib/work-order-task/task-actions.ts';
import { type Buttons, isThere, type Press, staysInBrowser } from './press.ts';

/** Moves one of the user's tasks from a state that allows the action. */
const move =
  (action: TaskActionName): Press =>
  async ({ actor: assignee }) => {
    const where = { kind: 'work_order_task', assignedToId: assignee.id, state: { in: [...taskActions[action].from] } };
    const task = await db().task.findFirst({ where: where as object });
    isThere(task);
    const { number, version } = task ?? {};
    await moveTask(assignee, MoveWorkOrderTask.parse({ number, version, action, reason: 'The part is missing.' }));
  };

/** WO-18 · The buttons of the technician's day. */
export const technicianDayButtons: Buttons = {
  '/workspace/my-day': [
    // The phone stores a step first; the step then calls the same commands.
    [/^(Note|Photo|Signature) WOT/, staysInBrowser],
    [/^Accept WOT/, move('accept')],
    [/^Decline WOT/, move('decline')],
    [/^Start WOT/, move('start')],
    [/^Done WOT/, move('complete')],
    [/^Could not finish WOT/, move('leaveIncomplete')],
    [/^(Create|New) address$/, ({ actor }) => renewFeed(actor)],
    [/^Revoke address$/, ({ actor }) => revokeFeed(actor)],
  ],
};
