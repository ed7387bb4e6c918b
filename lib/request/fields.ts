import { stateChoices } from '#lib/task/choice.ts';
import type { Fields } from '#lib/task/field.ts';
import { taskFields } from '#lib/task/fields.ts';
import { requestStates } from './states.ts';

const states = stateChoices(requestStates);

export const requestFields = {
  ...taskFields,
  contactId: { ...taskFields.contactId, edit: 'product' },
  consumerId: { ...taskFields.consumerId, edit: 'product' },
  state: { label: 'State', type: 'choice', choices: states, table: 'task', edit: 'form', required: true },
  caseId: { label: 'Case', type: 'reference', target: 'task', table: 'own', edit: 'product' },
  requestedForId: { label: 'Requested for', type: 'reference', target: 'person', table: 'own', edit: 'form' },
  deliveryInformation: { label: 'Delivery information', type: 'long-text', max: 4_000, table: 'own', edit: 'form' },
  specialInstructions: { label: 'Special instructions', type: 'long-text', max: 4_000, table: 'own', edit: 'form' },
} as const satisfies Fields;
