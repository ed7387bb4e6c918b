import { mayMoveTask } from '#lib/access/field-service.ts';
import { readableOf } from '#lib/access/readable.ts';
import { type WorkOrderTaskState, workOrderTaskStates } from '#lib/kinds/work-order-task/states.ts';
import type { Person } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { enforce, found, Refusal } from '#lib/platform/verdict.ts';
import { mayAct } from '#lib/work-order-task/rules/may-act.ts';
import { taskActions } from '#lib/work-order-task/task-actions.ts';
import type { Clash } from './clash.ts';
import type { MoveStep } from './schema.ts';

type Row = { id: string; version: number; state: WorkOrderTaskState; assignedToId: string | null };
type Change = { field: string; oldValue: string | null; newDisplay: string; by: string | null; at: Date };

/**
 * WO-18 · The version to apply a move to: the current one, unless another user has moved or reassigned the task since the
 * version seen. Then refuses, with the task's current state.
 */
export async function refuseClash(tx: Db, actor: Person, step: MoveStep): Promise<number> {
  const { number, version: seen, action, reason } = step;
  const [row] = await tx.$queryRaw<Row[]>`
    select t.id, t.version, t.state, t.assigned_to_id as "assignedToId" from tasks t
    where t.number = ${number} and t.kind = 'work_order_task' and (${readableOf('work_order_task', actor)})`;
  const task = found(row, number);
  const changes = await changesOfOthers(tx, actor.id, task.id, seen);
  const mayMove = mayMoveTask(actor, task, taskActions[action]);
  const wasOwn = changes.some(({ field, oldValue }) => field === 'assignedToId' && oldValue === actor.id);
  if (!wasOwn) enforce(mayMove);
  const [last] = changes;
  if (!last) return task.version;
  const by = last.by ?? 'System';
  const leadsOn = mayAct({ number, state: task.state }, action, { reason }, new Date(step.at)).ok;
  const details: Clash = {
    version: task.version,
    theirs: theirs(task, changes),
    by,
    at: last.at.toISOString(),
    canApply: mayMove.ok && leadsOn,
  };
  throw new Refusal('WO-18', `${by} moved ${number} while your step was on this phone.`, { details });
}

function changesOfOthers(tx: Db, userId: string, taskId: string, seen: number): Promise<Change[]> {
  return tx.$queryRaw`
    select f.field, f.old_value as "oldValue", f.new_display as "newDisplay", u.name as by, f.changed_at as at
    from field_changes f join causes c on c.id = f.cause_id left join users u on u.id = c.actor_id
    where f.task_id = ${taskId}::uuid and f.version > ${seen} and f.field in ('state', 'assignedToId')
      and c.actor_id is distinct from ${userId}::uuid
    order by f.version desc, f.field desc`;
}

/** The task's current state, and its assignee if that changed. */
function theirs({ state }: Row, changes: readonly Change[]): string {
  const assigned = changes.find(({ field }) => field === 'assignedToId');
  const whose = assigned && (assigned.newDisplay ? `assigned to ${assigned.newDisplay}` : 'assigned to nobody');
  return [workOrderTaskStates[state].label, ...(whose ? [whose] : [])].join(', ');
}
