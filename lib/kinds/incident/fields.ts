import { type Fields, own, task } from '#lib/record/field.ts';
import { taskFields } from '#lib/record/fields.ts';
import { stateChoices } from '#lib/words/choice.ts';
import { contactTypes, holdReasons, incidentCategories, incidentResolutionCodes } from './choices.ts';
import { incidentStates } from './states.ts';

const states = stateChoices(incidentStates);

export const incidentFields = {
  ...taskFields,
  /** An incident gets its customer from its case. */
  contactId: { ...taskFields.contactId, edit: 'product' },
  consumerId: { ...taskFields.consumerId, edit: 'product' },
  state: { label: 'State', external: 'state', type: 'choice', choices: states, ...task.form, required: true },
  callerId: { label: 'Caller', external: 'caller_id', type: 'reference', target: 'person', ...own.form },
  category: {
    label: 'Category',
    external: 'category',
    type: 'choice',
    choices: incidentCategories,
    ...own.form,
    required: true,
  },
  subcategory: { label: 'Subcategory', external: 'subcategory', type: 'text', max: 100, ...own.form },
  serviceId: {
    label: 'Service',
    external: 'business_service',
    type: 'reference',
    target: 'configuration-item',
    ...own.form,
  },
  contactType: {
    label: 'Contact type',
    external: 'contact_type',
    type: 'choice',
    choices: contactTypes,
    ...own.form,
    required: true,
  },
  holdReason: { label: 'On hold reason', external: 'hold_reason', type: 'choice', choices: holdReasons, ...own.form },
  resolutionCode: {
    label: 'Resolution code',
    external: 'close_code',
    type: 'choice',
    choices: incidentResolutionCodes,
    open: true,
    ...own.form,
  },
  resolutionNotes: { label: 'Resolution notes', external: 'close_notes', type: 'long-text', ...own.form, max: 4_000 },
  probableCause: { label: 'Probable cause', external: 'cause', type: 'long-text', ...own.form, max: 4_000 },
  parentId: {
    label: 'Parent incident',
    external: 'parent_incident',
    type: 'reference',
    target: 'incident',
    as: 'parent-incident',
    ...own.form,
  },
  /** INC-7 · Set only by linking, as for a case. */
  problemId: { label: 'Problem', external: 'problem_id', type: 'reference', target: 'problem', ...own.product },
  changeId: { label: 'Change request', external: 'rfc', type: 'reference', target: 'change', ...own.product },
  causedByChangeId: {
    label: 'Caused by change',
    external: 'caused_by',
    type: 'reference',
    target: 'change',
    ...own.product,
  },
} as const satisfies Fields;
