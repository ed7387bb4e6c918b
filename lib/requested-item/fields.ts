import { approvalStates } from '#lib/approval/choices.ts';
import { stateChoices } from '#lib/task/choice.ts';
import type { Fields } from '#lib/task/field.ts';
import { taskFields } from '#lib/task/fields.ts';
import { requestedItemStates, stages } from './states.ts';

const states = stateChoices(requestedItemStates);

export const requestedItemFields = {
  ...taskFields,
  contactId: { ...taskFields.contactId, edit: 'product' },
  consumerId: { ...taskFields.consumerId, edit: 'product' },
  state: { label: 'State', type: 'choice', choices: states, table: 'task', edit: 'form', required: true },
  requestId: { label: 'Request', type: 'reference', target: 'task', table: 'own', edit: 'product' },
  catalogItemId: { label: 'Catalog item', type: 'reference', target: 'catalog-item', table: 'own', edit: 'product' },
  quantity: { label: 'Quantity', type: 'number', table: 'own', edit: 'product' },
  priceCents: { label: 'Price', type: 'money', table: 'own', edit: 'product' },
  stage: { label: 'Stage', type: 'choice', choices: stages, table: 'own', edit: 'product' },
  approval: { label: 'Approval', type: 'choice', choices: approvalStates, table: 'own', edit: 'product' },
  dueAt: { label: 'Due', type: 'date-time', table: 'own', edit: 'product' },
} as const satisfies Fields;
