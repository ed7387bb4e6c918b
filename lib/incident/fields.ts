import { stateChoices } from '#lib/task/choice.ts';
import type { Fields } from '#lib/task/field.ts';
import { taskFields } from '#lib/task/fields.ts';
import { contactTypes, holdReasons, incidentCategories, incidentResolutionCodes } from './choices.ts';
import { incidentStates } from './states.ts';

const states = stateChoices(incidentStates);

export const incidentFields = {
  ...taskFields,
  /** The customer of an incident comes with the case that it was made from. */
  contactId: { ...taskFields.contactId, edit: 'product' },
  consumerId: { ...taskFields.consumerId, edit: 'product' },
  state: { label: 'State', type: 'choice', choices: states, table: 'task', edit: 'form', required: true },
  callerId: { label: 'Caller', type: 'reference', target: 'person', table: 'own', edit: 'form' },
  category: {
    label: 'Category',
    type: 'choice',
    choices: incidentCategories,
    table: 'own',
    edit: 'form',
    required: true,
  },
  subcategory: { label: 'Subcategory', type: 'text', max: 100, table: 'own', edit: 'form' },
  serviceId: { label: 'Service', type: 'reference', target: 'configuration-item', table: 'own', edit: 'form' },
  contactType: {
    label: 'Contact type',
    type: 'choice',
    choices: contactTypes,
    table: 'own',
    edit: 'form',
    required: true,
  },
  holdReason: { label: 'On hold reason', type: 'choice', choices: holdReasons, table: 'own', edit: 'form' },
  resolutionCode: {
    label: 'Resolution code',
    type: 'choice',
    choices: incidentResolutionCodes,
    open: true,
    table: 'own',
    edit: 'form',
  },
  resolutionNotes: { label: 'Resolution notes', type: 'long-text', table: 'own', edit: 'form', max: 4_000 },
  probableCause: { label: 'Probable cause', type: 'long-text', table: 'own', edit: 'form', max: 4_000 },
  problemId: { label: 'Problem', type: 'reference', target: 'problem', table: 'own', edit: 'form' },
  changeId: { label: 'Change request', type: 'reference', target: 'change', table: 'own', edit: 'form' },
  causedByChangeId: { label: 'Caused by change', type: 'reference', target: 'change', table: 'own', edit: 'form' },
} as const satisfies Fields;
