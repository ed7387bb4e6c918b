import { levels, priorities } from './choice.ts';
import type { Fields } from './field.ts';

/** Spec 1: the fields that every kind has. Keys are the properties of the task's row. */
export const taskFields = {
  shortDescription: { label: 'Short description', type: 'text', table: 'task', edit: 'form', max: 160, required: true },
  description: { label: 'Description', type: 'long-text', table: 'task', edit: 'form', max: 32_000 },
  impact: { label: 'Impact', type: 'rating', choices: levels, table: 'task', edit: 'form', required: true },
  urgency: { label: 'Urgency', type: 'rating', choices: levels, table: 'task', edit: 'form', required: true },
  priority: { label: 'Priority', type: 'rating', choices: priorities, table: 'task', edit: 'form', required: true },
  accountId: { label: 'Account', type: 'reference', target: 'account', table: 'task', edit: 'form' },
  contactId: { label: 'Contact', type: 'reference', target: 'contact', table: 'task', edit: 'form' },
  consumerId: { label: 'Consumer', type: 'reference', target: 'consumer', table: 'task', edit: 'form' },
  configurationItemId: {
    label: 'Configuration item',
    type: 'reference',
    target: 'configuration-item',
    table: 'task',
    edit: 'form',
  },
  assignmentGroupId: { label: 'Assignment group', type: 'reference', target: 'group', table: 'task', edit: 'form' },
  assignedToId: { label: 'Assigned to', type: 'reference', target: 'user', table: 'task', edit: 'form' },
} as const satisfies Fields;
