import { type Fields, own, task } from '#lib/record/field.ts';
import { taskFields } from '#lib/record/fields.ts';
import { stateChoices } from '#lib/words/choice.ts';
import { requestStates } from './states.ts';

const states = stateChoices(requestStates);

export const requestFields = {
  ...taskFields,
  contactId: { ...taskFields.contactId, edit: 'product' },
  consumerId: { ...taskFields.consumerId, edit: 'product' },
  state: { label: 'State', external: 'request_state', type: 'choice', choices: states, ...task.form, required: true },
  caseId: { label: 'Case', external: 'parent', type: 'reference', target: 'task', ...own.product },
  requestedForId: {
    label: 'Requested for',
    external: 'requested_for',
    type: 'reference',
    target: 'person',
    ...own.form,
  },
  deliveryInformation: {
    label: 'Delivery information',
    external: 'delivery_address',
    type: 'long-text',
    max: 4_000,
    ...own.form,
  },
  specialInstructions: {
    label: 'Special instructions',
    external: 'special_instructions',
    type: 'long-text',
    max: 4_000,
    ...own.form,
  },
} as const satisfies Fields;
