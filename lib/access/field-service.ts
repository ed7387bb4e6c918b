import type { Actor } from '#lib/platform/actor.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { can, hasAnyRole, mayAdminister, mayWork } from './policy.ts';

type Task = Parameters<typeof mayWork>[1] & { assignedToId: string | null };

/** WO-5, WO-9 · The actor's role on a work order task: dispatchers move every task, technicians their own. */
export function taskRole(
  actor: Actor,
  { assignedToId }: Pick<Task, 'assignedToId'>,
): { dispatches: boolean; isAssignee: boolean } {
  const isAssignee = actor.id !== null && assignedToId === actor.id && hasAnyRole(actor, ['wm_agent']);
  return { dispatches: can(actor, 'assign', 'work_order_task'), isAssignee };
}

/** ACC-15, WO-9 · Some transitions belong to dispatchers, some to the assigned technician; both can close a task. */
export function mayMoveTask(
  actor: Actor,
  task: Pick<Task, 'assignedToId'>,
  { by, label }: { by: 'dispatcher' | 'assignee' | 'either'; label: string },
): Verdict {
  const { dispatches, isAssignee } = taskRole(actor, task);
  if ((by !== 'assignee' && dispatches) || (by !== 'dispatcher' && isAssignee)) return yes;
  const whose = by === 'assignee' ? 'the technician to whom the task is assigned' : 'dispatchers';
  return no('ACC-6', `"${label}" is for ${whose}.`);
}

/** ACC-15, WO-9 · Users who work a work order add tasks to it; its technician may add a follow-up task. */
export function mayAddTask(actor: Actor, order: Parameters<typeof mayWork>[1]): Verdict {
  if (can(actor, 'edit', 'work_order')) return mayWork(actor, order);
  return no('ACC-6', 'Your roles do not allow you to add tasks to work orders.');
}

/** ACC-6, WO-10 · Dispatchers and field service administrators set technicians' working times and skills. */
export function mayManageTechnicians(actor: Actor): Verdict {
  if (hasAnyRole(actor, ['wm_dispatcher', 'wm_admin'])) return yes;
  return no('ACC-6', 'Your roles do not allow you to manage technicians.');
}

/** ACC-15, ADM-4 · Administrators edit all field maps; work order administrators edit the maps that fill work orders. */
export function mayEditMaps(actor: Actor, target: TaskKind): Verdict {
  return target === 'work_order' && hasAnyRole(actor, ['wm_admin']) ? yes : mayAdminister(actor);
}

/** ACC-15, ADM-4 · Whether the actor may edit any field maps. */
export const mayEditSomeMaps = (actor: Actor): Verdict => mayEditMaps(actor, 'work_order');

/** ACC-15, WO-18 · A technician has a page with their own tasks of a day. */
export function mayUseTechnicianDay(actor: Actor): Verdict {
  return hasAnyRole(actor, ['wm_agent']) ? yes : no('ACC-6', 'Your roles do not include the work of a technician.');
}

/** The same for the navigation, which does not show the page to administrators unless they are technicians. */
export const isTechnician = (actor: Actor): boolean => actor.kind === 'staff' && actor.roles.has('wm_agent');

/** ACC-6, WO-7 · Users who may assign work order tasks can place them on the dispatch board. */
export function mayDispatch(actor: Actor): Verdict {
  if (can(actor, 'assign', 'work_order_task')) return yes;
  return no('ACC-6', 'Your roles do not allow you to dispatch technicians.');
}
