import { choices, stateChoices } from '#lib/task/choice.ts';
import type { Fields } from '#lib/task/field.ts';
import { taskFields } from '#lib/task/fields.ts';
import { problemStates } from './states.ts';

const problemResolutionCodes = choices([
  ['fix_applied', 'Fix Applied', 'fix_applied'],
  ['risk_accepted', 'Risk Accepted', 'risk_accepted'],
  ['duplicate', 'Duplicate', 'duplicate'],
  ['canceled', 'Canceled', 'canceled'],
]);

const states = stateChoices(problemStates);
const notes = { type: 'long-text', table: 'own', edit: 'form', max: 4_000 } as const;

export const problemFields = {
  ...taskFields,
  shortDescription: { ...taskFields.shortDescription, label: 'Problem statement' },
  contactId: { ...taskFields.contactId, edit: 'product' },
  consumerId: { ...taskFields.consumerId, edit: 'product' },
  state: { label: 'State', type: 'choice', choices: states, table: 'task', edit: 'form', required: true },
  firstReportedById: {
    label: 'First reported by',
    type: 'reference',
    target: 'task',
    table: 'own',
    edit: 'product',
  },
  workaround: { label: 'Workaround', ...notes },
  knownError: { label: 'Known error', type: 'yes-no', table: 'own', edit: 'form' },
  causeNotes: { label: 'Cause notes', ...notes },
  fixNotes: { label: 'Fix notes', ...notes },
  resolutionCode: {
    label: 'Resolution code',
    type: 'choice',
    choices: problemResolutionCodes,
    table: 'own',
    edit: 'form',
  },
  riskAcceptedReason: { label: 'Risk accepted reason', ...notes },
  cancelledReason: { label: 'Cancelled reason', ...notes },
  duplicateOfId: { label: 'Duplicate of', type: 'reference', target: 'problem', table: 'own', edit: 'form' },
  articleId: { label: 'Known error article', type: 'reference', target: 'article', table: 'own', edit: 'product' },
} as const satisfies Fields;
