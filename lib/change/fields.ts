import { approvalStates } from '#lib/approval/choices.ts';
import { choices, stateChoices } from '#lib/task/choice.ts';
import type { Fields } from '#lib/task/field.ts';
import { taskFields } from '#lib/task/fields.ts';
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
const notes = { type: 'long-text', table: 'own', edit: 'form', max: 8_000 } as const;

export const changeFields = {
  ...taskFields,
  contactId: { ...taskFields.contactId, edit: 'product' },
  consumerId: { ...taskFields.consumerId, edit: 'product' },
  state: { label: 'State', type: 'choice', choices: states, table: 'task', edit: 'form', required: true },
  type: { label: 'Type', type: 'choice', choices: changeTypes, table: 'own', edit: 'form', required: true },
  templateId: { label: 'Template', type: 'reference', target: 'change-template', table: 'own', edit: 'product' },
  category: { label: 'Category', type: 'text', max: 60, table: 'own', edit: 'form', required: true },
  risk: { label: 'Risk', type: 'choice', choices: changeRisks, table: 'own', edit: 'form', required: true },
  requestedById: { label: 'Requested by', type: 'reference', target: 'user', table: 'own', edit: 'form' },
  callerId: { label: 'Requested for', type: 'reference', target: 'person', table: 'own', edit: 'form' },
  plannedStart: { label: 'Planned start', type: 'date-time', table: 'own', edit: 'form' },
  plannedEnd: { label: 'Planned end', type: 'date-time', table: 'own', edit: 'form' },
  onHold: { label: 'On hold', type: 'yes-no', table: 'own', edit: 'form' },
  onHoldReason: { label: 'On hold reason', type: 'text', max: 400, table: 'own', edit: 'form' },
  justification: { label: 'Justification', ...notes },
  implementationPlan: { label: 'Implementation plan', ...notes },
  backoutPlan: { label: 'Backout plan', ...notes },
  testPlan: { label: 'Test plan', ...notes },
  approvalGroupId: { label: 'Approval group', type: 'reference', target: 'group', table: 'own', edit: 'form' },
  approval: { label: 'Approval', type: 'choice', choices: approvalStates, table: 'own', edit: 'product' },
  closeCode: { label: 'Close code', type: 'choice', choices: closeCodes, table: 'own', edit: 'form' },
  closeNotes: { label: 'Close notes', ...notes },
  cancelReason: { label: 'Cancel reason', ...notes },
} as const satisfies Fields;
