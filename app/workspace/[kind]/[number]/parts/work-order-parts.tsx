import { VisitActions } from '#components/appointment/visit-actions.tsx';
import { VisitNotice } from '#components/appointment/visit-notice.tsx';
import { LazyTab } from '#components/record-page/lazy-tab.tsx';
import { deferred, mapDeferred } from '#components/ui/deferred.ts';
import { AddTask } from '#components/work-order/add-task.tsx';
import { IndependenceNote } from '#components/work-order/independence-note.tsx';
import { ParentOrder } from '#components/work-order/parent-order.tsx';
import { TaskMoves } from '#components/work-order/task-moves.tsx';
import { TaskTable } from '#components/work-order/task-table.tsx';
import { taskRole } from '#lib/access/field-service.ts';
import { can } from '#lib/access/policy.ts';
import { visitOfTask } from '#lib/appointment/queries/visit-of-task.ts';
import type { WorkOrderTaskState } from '#lib/kinds/work-order-task/states.ts';
import { siteOfTask } from '#lib/work-order/queries/site-of-task.ts';
import { tasksOf } from '#lib/work-order/queries/tasks.ts';
import { taskMoves } from '#lib/work-order-task/task-moves.ts';
import { slowTab } from '../slow-tab.tsx';
import type { LoadParts } from './load-parts.ts';

/** WO-1, WO-2 · The page of a work order: its tasks, and a notice that it is independent of its case's state. */
export const workOrderParts: LoadParts = async (actor, { id, number, fields, mayEdit }) => {
  const tasksByOrder = await deferred(tasksOf(actor, [id]));
  const tasks = mapDeferred(tasksByOrder, (byOrder) => byOrder.get(id) ?? []);
  const mayAssign = can(actor, 'assign', 'work_order_task');
  return {
    actions: mayEdit && <AddTask number={number} />,
    notice: fields.caseId?.display && <IndependenceNote theCase={fields.caseId} />,
    tabs: [
      slowTab({
        label: 'Tasks',
        of: tasks,
        countOf: ({ length }) => length,
        panel: (loaded) => (
          <LazyTab
            items={{
              kind: 'work_order_task',
              mayEdit: mayAssign,
              children: <TaskTable caption={`Tasks of ${number}`} tasks={loaded} />,
            }}
          />
        ),
      }),
    ],
  };
};

/** WO-5, WO-9 · The page of a task, with the actions that change its state. */
export const workOrderTaskParts: LoadParts = async (actor, { id, number, version, state, fields }) => {
  const { assignedToId } = fields;
  const [site, { visit, mayArrange }] = await Promise.all([siteOfTask(actor, id), visitOfTask(actor, id)]);
  const who = taskRole(actor, { assignedToId: assignedToId?.value ? String(assignedToId.value) : null });
  const moves = taskMoves(state.value as WorkOrderTaskState, who);
  const began = fields.actualStart?.value ? String(fields.actualStart.value) : null;
  const technician = assignedToId?.optionsUrl ? assignedToId : null;
  return {
    actions: (moves.length > 0 || mayArrange) && (
      <>
        {moves.length > 0 && <TaskMoves {...{ number, version, moves, technician, began }} />}
        {mayArrange && <VisitActions number={number} sequence={visit?.sequence ?? null} />}
      </>
    ),
    notice: (site || visit) && (
      <>
        {site && <ParentOrder {...site} />}
        {visit && <VisitNotice visit={visit} />}
      </>
    ),
    tabs: [],
  };
};
