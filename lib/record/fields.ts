import { levels, priorities } from '#lib/words/choice.ts';
import { type Fields, own, task } from './field.ts';

/** The fields that every kind has. The keys are properties of the task's row. */
export const taskFields = {
  shortDescription: {
    label: 'Short description',
    external: 'short_description',
    type: 'text',
    ...task.form,
    max: 160,
    required: true,
  },
  description: { label: 'Description', external: 'description', type: 'long-text', ...task.form, max: 32_000 },
  impact: { label: 'Impact', external: 'impact', type: 'rating', choices: levels, ...task.form, required: true },
  urgency: { label: 'Urgency', external: 'urgency', type: 'rating', choices: levels, ...task.form, required: true },
  priority: {
    label: 'Priority',
    external: 'priority',
    type: 'rating',
    choices: priorities,
    ...task.form,
    required: true,
  },
  accountId: { label: 'Account', external: 'account', type: 'reference', target: 'account', ...task.form },
  contactId: { label: 'Contact', external: 'contact', type: 'reference', target: 'contact', ...task.form },
  consumerId: { label: 'Consumer', external: 'consumer', type: 'reference', target: 'consumer', ...task.form },
  configurationItemId: {
    label: 'Configuration item',
    external: 'cmdb_ci',
    type: 'reference',
    target: 'configuration-item',
    ...task.form,
  },
  assignmentGroupId: {
    label: 'Assignment group',
    external: 'assignment_group',
    type: 'reference',
    target: 'group',
    assigns: true,
    ...task.form,
  },
  assignedToId: {
    label: 'Assigned to',
    external: 'assigned_to',
    type: 'reference',
    target: 'user',
    assigns: true,
    ...task.form,
  },
} as const satisfies Fields;

/** The partner of the account, for the kinds that name one. */
export const partnerFields = {
  partnerId: { label: 'Partner', external: 'partner', type: 'reference', target: 'account', ...own.form },
  partnerContactId: {
    label: 'Partner contact',
    external: 'partner_contact',
    type: 'reference',
    target: 'contact',
    ...own.form,
  },
} as const satisfies Fields;

/** Values that the product stores for every record besides its fields: identifiers, timestamps and their users. */
export const recordFields = {
  number: { label: 'Number', external: 'number', type: 'text', ...task.product, max: 20 },
  id: { label: 'Id', external: 'sys_id', type: 'reference', target: 'task', ...task.product },
  active: { label: 'Active', external: 'active', type: 'yes-no', ...task.product },
  openedAt: { label: 'Opened', external: 'opened_at', type: 'date-time', ...task.product },
  openedById: { label: 'Opened by', external: 'opened_by', type: 'reference', target: 'person', ...task.product },
  resolvedAt: { label: 'Resolved', external: 'resolved_at', type: 'date-time', ...task.product },
  resolvedById: { label: 'Resolved by', external: 'resolved_by', type: 'reference', target: 'person', ...task.product },
  closedAt: { label: 'Closed', external: 'closed_at', type: 'date-time', ...task.product },
  closedById: { label: 'Closed by', external: 'closed_by', type: 'reference', target: 'person', ...task.product },
  correlationId: { label: 'Correlation id', external: 'correlation_id', type: 'text', ...task.product, max: 100 },
  createdAt: { label: 'Created', external: 'sys_created_on', type: 'date-time', ...task.product },
  updatedAt: { label: 'Updated', external: 'sys_updated_on', type: 'date-time', ...task.product },
  version: { label: 'Version', external: 'sys_mod_count', type: 'number', ...task.product },
} as const satisfies Fields;
