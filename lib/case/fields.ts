import { stateChoices } from '#lib/task/choice.ts';
import type { Fields } from '#lib/task/field.ts';
import { taskFields } from '#lib/task/fields.ts';
import { caseChannels, caseResolutionCodes } from './choices.ts';
import { caseStates } from './states.ts';

const states = stateChoices(caseStates);

export const caseFields = {
  ...taskFields,
  contactId: { ...taskFields.contactId, autofills: 'accountId' },
  state: { label: 'State', type: 'choice', choices: states, table: 'task', edit: 'move', required: true },
  channel: { label: 'Channel', type: 'choice', choices: caseChannels, table: 'own', edit: 'form', required: true },
  productId: { label: 'Product', type: 'reference', target: 'product', table: 'own', edit: 'form' },
  assetId: { label: 'Asset', type: 'reference', target: 'asset', table: 'own', edit: 'form', autofills: 'productId' },
  installBaseItemId: {
    label: 'Install base item',
    type: 'reference',
    target: 'install-base-item',
    table: 'own',
    edit: 'form',
  },
  partnerId: { label: 'Partner', type: 'reference', target: 'account', table: 'own', edit: 'form' },
  partnerContactId: { label: 'Partner contact', type: 'reference', target: 'contact', table: 'own', edit: 'form' },
  cause: { label: 'Cause', type: 'long-text', table: 'own', edit: 'form', max: 4_000 },
  probableCause: { label: 'Probable cause', type: 'long-text', table: 'own', edit: 'form', max: 4_000 },
  resolutionCode: {
    label: 'Resolution code',
    type: 'choice',
    choices: caseResolutionCodes,
    table: 'own',
    edit: 'move',
  },
  resolutionNotes: { label: 'Resolution notes', type: 'long-text', table: 'own', edit: 'move', max: 4_000 },
  addResolutionNotesToComments: {
    label: 'Add resolution notes to comments',
    type: 'yes-no',
    table: 'own',
    edit: 'move',
  },
  codeConfirmation: { label: 'Confirmed resolution code', type: 'text', max: 400, table: 'own', edit: 'product' },
  incidentId: { label: 'Incident', type: 'reference', target: 'task', table: 'own', edit: 'product' },
  problemId: { label: 'Problem', type: 'reference', target: 'task', table: 'own', edit: 'product' },
  changeId: { label: 'Change Request', type: 'reference', target: 'task', table: 'own', edit: 'product' },
  causedByChangeId: { label: 'Caused by Change', type: 'reference', target: 'task', table: 'own', edit: 'product' },
} as const satisfies Fields;
