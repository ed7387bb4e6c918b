import { type Fields, own, task } from '#lib/record/field.ts';
import { taskFields } from '#lib/record/fields.ts';
import { choices, stateChoices } from '#lib/words/choice.ts';
import { problemStates } from './states.ts';

const problemResolutionCodes = choices([
  ['fix_applied', 'Fix Applied', 'fix_applied'],
  ['risk_accepted', 'Risk Accepted', 'risk_accepted'],
  ['duplicate', 'Duplicate', 'duplicate'],
  ['canceled', 'Canceled', 'canceled', ['Cancelled']],
]);

const states = stateChoices(problemStates);
const notes = { type: 'long-text', ...own.form, max: 4_000 } as const;

export const problemFields = {
  ...taskFields,
  shortDescription: { ...taskFields.shortDescription, label: 'Problem statement' },
  contactId: { ...taskFields.contactId, edit: 'product' },
  consumerId: { ...taskFields.consumerId, edit: 'product' },
  state: { label: 'State', external: 'state', type: 'choice', choices: states, ...task.form, required: true },
  firstReportedById: {
    label: 'First reported by',
    external: 'first_reported_by_task',
    type: 'reference',
    target: 'task',
    ...own.product,
  },
  workaround: { label: 'Workaround', external: 'workaround', ...notes },
  knownError: { label: 'Known error', external: 'known_error', type: 'yes-no', ...own.form },
  causeNotes: { label: 'Cause notes', external: 'cause_notes', ...notes },
  fixNotes: { label: 'Fix notes', external: 'fix_notes', ...notes },
  resolutionCode: {
    label: 'Resolution code',
    external: 'resolution_code',
    type: 'choice',
    choices: problemResolutionCodes,
    ...own.form,
  },
  /** Our own field, without a known ServiceNow column, like the cancelled reason and the article below. */
  riskAcceptedReason: { label: 'Risk accepted reason', external: 'risk_accepted_reason', ...notes },
  cancelledReason: { label: 'Canceled reason', external: 'cancelled_reason', ...notes },
  duplicateOfId: {
    label: 'Duplicate of',
    external: 'duplicate_of',
    type: 'reference',
    target: 'problem',
    as: 'duplicate',
    ...own.form,
  },
  articleId: {
    label: 'Known error article',
    external: 'article',
    type: 'reference',
    target: 'article',
    ...own.product,
  },
} as const satisfies Fields;
