import { type Fields, own, task } from '#lib/record/field.ts';
import { taskFields } from '#lib/record/fields.ts';
import { stateChoices } from '#lib/words/choice.ts';
import { approvalStates } from '../approval-choices.ts';
import { requestedItemStates, stages } from './states.ts';

const states = stateChoices(requestedItemStates);

export const requestedItemFields = {
  ...taskFields,
  contactId: { ...taskFields.contactId, edit: 'product' },
  consumerId: { ...taskFields.consumerId, edit: 'product' },
  state: { label: 'State', external: 'state', type: 'choice', choices: states, ...task.form, required: true },
  requestId: { label: 'Request', external: 'request', type: 'reference', target: 'task', ...own.product },
  catalogItemId: {
    label: 'Catalog item',
    external: 'cat_item',
    type: 'reference',
    target: 'catalog-item',
    ...own.product,
  },
  quantity: { label: 'Quantity', external: 'quantity', type: 'number', ...own.product },
  priceCents: { label: 'Price', external: 'price', type: 'money', ...own.product },
  stage: { label: 'Stage', external: 'stage', type: 'choice', choices: stages, ...own.product },
  approval: { label: 'Approval', external: 'approval', type: 'choice', choices: approvalStates, ...own.product },
  dueAt: { label: 'Due', external: 'due_date', type: 'date-time', ...own.product },
} as const satisfies Fields;
