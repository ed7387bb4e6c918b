import { type Fields, own, task } from '#lib/record/field.ts';
import { partnerFields, taskFields } from '#lib/record/fields.ts';
import { stateChoices } from '#lib/words/choice.ts';
import { workOrderStates } from './states.ts';

const states = stateChoices(workOrderStates);

export const workOrderFields = {
  ...taskFields,
  contactId: { ...taskFields.contactId, autofills: 'accountId' },
  state: { label: 'State', external: 'state', type: 'choice', choices: states, ...task.form, required: true },
  caseId: { label: 'Case', external: 'initiated_from', type: 'reference', target: 'task', ...own.product },
  companyId: { label: 'Company', external: 'company', type: 'reference', target: 'account', ...own.form },
  callerId: { label: 'Caller', external: 'caller', type: 'reference', target: 'person', ...own.form },
  assetId: {
    label: 'Asset',
    external: 'asset',
    type: 'reference',
    target: 'asset',
    ...own.form,
    ofCustomer: true,
  },
  ...partnerFields,
  address: { label: 'Address', external: 'location', type: 'long-text', max: 1_000, ...own.form },
  timeZone: { label: 'Time zone', external: 'time_zone', type: 'text', max: 60, ...own.form },
} as const satisfies Fields;
