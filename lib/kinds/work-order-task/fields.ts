import { type Fields, own, task } from '#lib/record/field.ts';
import { taskFields } from '#lib/record/fields.ts';
import { stateChoices } from '#lib/words/choice.ts';
import { workOrderTaskStates } from './states.ts';

const states = stateChoices(workOrderTaskStates);

export const workOrderTaskFields = {
  ...taskFields,
  // WO-1: a task shows the customer of its work order, where alone it can be set.
  accountId: { ...taskFields.accountId, edit: 'product' },
  contactId: { ...taskFields.contactId, edit: 'product' },
  consumerId: { ...taskFields.consumerId, edit: 'product' },
  assetId: { label: 'Asset', external: 'asset', type: 'reference', target: 'asset', ...own.product },
  state: { label: 'State', external: 'state', type: 'choice', choices: states, ...task.move, required: true },
  workOrderId: { label: 'Work order', external: 'parent', type: 'reference', target: 'task', ...own.product },
  caseId: { label: 'Case', external: 'initiated_from', type: 'reference', target: 'task', ...own.product },
  followsOnFromId: {
    label: 'Follows on from',
    external: 'follows_on_from',
    type: 'reference',
    target: 'task',
    ...own.product,
  },
  plannedStart: { label: 'Planned start', external: 'window_start', type: 'date-time', ...own.product },
  plannedEnd: { label: 'Planned end', external: 'window_end', type: 'date-time', ...own.product },
  plannedMinutes: { label: 'Planned minutes', external: 'estimated_work_duration', type: 'number', ...own.product },
  actualStart: { label: 'Actual start', external: 'work_start', type: 'date-time', ...own.move },
  actualEnd: { label: 'Actual end', external: 'work_end', type: 'date-time', ...own.move },
  actualMinutes: { label: 'Actual minutes', external: 'work_duration', type: 'number', ...own.product },
} as const satisfies Fields;
