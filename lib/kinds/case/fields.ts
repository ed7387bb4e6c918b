import { type Fields, own, task } from '#lib/record/field.ts';
import { partnerFields, taskFields } from '#lib/record/fields.ts';
import { stateChoices } from '#lib/words/choice.ts';
import { caseChannels, caseResolutionCodes, majorCaseStates } from './choices.ts';
import { caseStates } from './states.ts';

const states = stateChoices(caseStates);

export const caseFields = {
  ...taskFields,
  contactId: { ...taskFields.contactId, autofills: 'accountId' },
  state: { label: 'State', external: 'state', type: 'choice', choices: states, ...task.move, required: true },
  channel: {
    label: 'Channel',
    external: 'contact_type',
    type: 'choice',
    choices: caseChannels,
    ...own.form,
    required: true,
  },
  productId: { label: 'Product', external: 'product', type: 'reference', target: 'product', ...own.form },
  assetId: {
    label: 'Asset',
    external: 'asset',
    type: 'reference',
    target: 'asset',
    ...own.form,
    autofills: 'productId',
    ofCustomer: true,
  },
  installBaseItemId: {
    label: 'Install base item',
    external: 'install_base',
    type: 'reference',
    target: 'install-base-item',
    ...own.form,
    ofCustomer: true,
  },
  ...partnerFields,
  cause: { label: 'Cause', external: 'cause', type: 'long-text', ...own.form, max: 4_000 },
  probableCause: { label: 'Probable cause', external: 'probable_cause', type: 'long-text', ...own.form, max: 4_000 },
  resolutionCode: {
    label: 'Resolution code',
    external: 'resolution_code',
    type: 'choice',
    choices: caseResolutionCodes,
    ...own.move,
  },
  // CASE-7: as long as the close notes of a change, which may be copied here.
  resolutionNotes: { label: 'Resolution notes', external: 'close_notes', type: 'long-text', ...own.move, max: 8_000 },
  addResolutionNotesToComments: {
    label: 'Add resolution notes to comments',
    external: 'notes_to_comments',
    type: 'yes-no',
    ...own.move,
  },
  /** Our own field, without a ServiceNow column. */
  codeConfirmation: {
    label: 'Confirmed resolution code',
    external: 'code_confirmation',
    type: 'text',
    max: 400,
    ...own.product,
  },
  incidentId: { label: 'Incident', external: 'incident', type: 'reference', target: 'task', ...own.product },
  problemId: { label: 'Problem', external: 'problem', type: 'reference', target: 'task', ...own.product },
  changeId: {
    label: 'Change Request',
    external: 'change_request',
    alsoCalled: ['change'],
    type: 'reference',
    target: 'task',
    ...own.product,
  },
  causedByChangeId: {
    label: 'Caused by Change',
    external: 'caused_by',
    type: 'reference',
    target: 'task',
    ...own.product,
  },
  proactive: { label: 'Proactive', external: 'proactive', type: 'yes-no', ...own.product },
  initiatedAsRequest: {
    label: 'Initiated as request',
    external: 'initiated_as_request',
    type: 'yes-no',
    ...own.product,
  },
  parentId: { label: 'Parent', external: 'parent', type: 'reference', target: 'task', ...own.product },
  majorCaseState: {
    label: 'Major case state',
    external: 'major_case_state',
    type: 'choice',
    choices: majorCaseStates,
    ...own.product,
  },
  businessImpact: {
    label: 'Business impact',
    external: 'business_impact',
    type: 'long-text',
    ...own.form,
    max: 4_000,
  },
  /** POR-14: our own field, without a ServiceNow column. */
  sensitive: { label: 'Sensitive', external: 'sensitive', type: 'yes-no', ...own.form },
  /** SYNC-7: our own field, without a ServiceNow column. */
  doNotResolve: { label: 'Do not resolve automatically', external: 'do_not_resolve', type: 'yes-no', ...own.form },
  doNotResolveReason: {
    label: 'Why not resolved automatically',
    external: 'do_not_resolve_reason',
    type: 'text',
    max: 400,
    ...own.form,
  },
} as const satisfies Fields;
