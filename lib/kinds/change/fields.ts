import { type Fields, own, task } from '#lib/record/field.ts';
import { taskFields } from '#lib/record/fields.ts';
import { choices, stateChoices } from '#lib/words/choice.ts';
import { approvalStates } from '../approval-choices.ts';
import { changeStates } from './states.ts';

const changeTypes = choices([
  ['normal', 'Normal', 'normal'],
  ['standard', 'Standard', 'standard'],
  ['emergency', 'Emergency', 'emergency'],
]);

export const changeRisks = choices([
  ['high', 'High', '2'],
  ['moderate', 'Moderate', '3'],
  ['low', 'Low', '4'],
]);

const closeCodes = choices([
  ['successful', 'Successful', 'successful'],
  ['successful_issues', 'Successful with issues', 'successful_issues'],
  ['unsuccessful', 'Unsuccessful', 'unsuccessful'],
]);

const states = stateChoices(changeStates);
const notes = { type: 'long-text', ...own.form, max: 8_000 } as const;

export const changeFields = {
  ...taskFields,
  contactId: { ...taskFields.contactId, edit: 'product' },
  consumerId: { ...taskFields.consumerId, edit: 'product' },
  state: { label: 'State', external: 'state', type: 'choice', choices: states, ...task.form, required: true },
  type: { label: 'Type', external: 'type', type: 'choice', choices: changeTypes, ...own.form, required: true },
  /** Corresponds to ServiceNow's version of the standard change template. */
  templateId: {
    label: 'Template',
    external: 'std_change_producer_version',
    type: 'reference',
    target: 'change-template',
    ...own.product,
  },
  category: { label: 'Category', external: 'category', type: 'text', max: 60, ...own.form, required: true },
  risk: { label: 'Risk', external: 'risk', type: 'choice', choices: changeRisks, ...own.form, required: true },
  requestedById: { label: 'Requested by', external: 'requested_by', type: 'reference', target: 'user', ...own.form },
  /** As on a request. A ServiceNow change has no such column. */
  callerId: { label: 'Requested for', external: 'requested_for', type: 'reference', target: 'person', ...own.form },
  plannedStart: { label: 'Planned start', external: 'start_date', type: 'date-time', ...own.form },
  plannedEnd: { label: 'Planned end', external: 'end_date', type: 'date-time', ...own.form },
  onHold: { label: 'On hold', external: 'on_hold', type: 'yes-no', ...own.form },
  onHoldReason: { label: 'On hold reason', external: 'on_hold_reason', type: 'text', max: 400, ...own.form },
  justification: { label: 'Justification', external: 'justification', ...notes },
  implementationPlan: { label: 'Implementation plan', external: 'implementation_plan', ...notes },
  backoutPlan: { label: 'Backout plan', external: 'backout_plan', ...notes },
  testPlan: { label: 'Test plan', external: 'test_plan', ...notes },
  /** Our own field, without a ServiceNow column, like the cancel reason below. */
  approvalGroupId: {
    label: 'Approval group',
    external: 'approval_group',
    type: 'reference',
    target: 'approval-group',
    ...own.form,
  },
  approval: { label: 'Approval', external: 'approval', type: 'choice', choices: approvalStates, ...own.product },
  closeCode: { label: 'Close code', external: 'close_code', type: 'choice', choices: closeCodes, ...own.form },
  closeNotes: { label: 'Close notes', external: 'close_notes', ...notes },
  cancelReason: { label: 'Cancel reason', external: 'cancel_reason', ...notes },
} as const satisfies Fields;
