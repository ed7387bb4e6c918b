import { type KindDefinition, priorityAndAssignment } from '#lib/record/definition.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { workOrderTaskFields } from './fields.ts';
import { asAssigned } from './rules/as-assigned.ts';
import { validateTask } from './rules/validate-update.ts';
import { workOrderTaskStates } from './states.ts';

export type WorkOrderTask = RecordOf<'work_order_task'>;

/** How work order tasks differ from other kinds. */
export const workOrderTaskDefinition: KindDefinition<'work_order_task'> = {
  kind: 'work_order_task',
  states: workOrderTaskStates,
  fields: workOrderTaskFields,
  form: [
    {
      heading: 'Task',
      fields: ['state', 'shortDescription', 'description', 'workOrderId', 'followsOnFromId', 'caseId'],
    },
    { heading: 'Customer', fields: ['accountId', 'contactId', 'consumerId', 'assetId', 'configurationItemId'] },
    { heading: 'Planned', fields: ['plannedStart', 'plannedEnd', 'plannedMinutes'] },
    { heading: 'Done', atEnd: true, fields: ['actualStart', 'actualEnd', 'actualMinutes'] },
    priorityAndAssignment,
  ],
  moveFields: {},
  defaults: { state: 'draft', impact: 3, urgency: 3, priority: 4 },

  waitsIn: ['pending_dispatch', 'scheduled'],

  // WO-5: actions move a task, not the State field.
  movesFrom: () => [],

  deriveFields: asAssigned,
  validateUpdate: validateTask,
  readOnly() {
    return {};
  },
};
