import { type KindDefinition, priorityAndAssignment } from '#lib/record/definition.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { isOn } from '#lib/settings/settings.ts';
import { workOrderFields } from './fields.ts';
import { workOrderFromCase } from './from-case.ts';
import { followsAccountAndContact } from './rules/follows-customer.ts';
import { validateWorkOrder } from './rules/validate-update.ts';
import { type WorkOrderState, workOrderMoves, workOrderStates } from './states.ts';

export type WorkOrder = RecordOf<'work_order'>;

/** How work orders differ from other kinds. */
export const workOrderDefinition: KindDefinition<'work_order'> = {
  kind: 'work_order',
  states: workOrderStates,
  fields: workOrderFields,
  form: [
    {
      heading: 'Work order',
      fields: ['state', 'shortDescription', 'description', 'companyId', 'callerId', 'configurationItemId', 'caseId'],
    },
    { heading: 'Site', fields: ['address', 'timeZone'] },
    {
      heading: 'Customer',
      view: 'Case',
      fields: ['accountId', 'contactId', 'consumerId', 'assetId', 'partnerId', 'partnerContactId'],
    },
    priorityAndAssignment,
  ],
  moveFields: {},
  defaults: { state: 'draft', impact: 3, urgency: 3, priority: 4 },
  person: { fields: ['callerId'] },
  waitsIn: ['draft', 'awaiting_qualification'],
  defaultGroup: 'wm.default_assignment_group',

  fromCase: workOrderFromCase,

  movesFrom(order, { settings }) {
    return workOrderMoves(order.state as WorkOrderState, isOn(settings, 'wm.qualification_required'));
  },

  deriveFields(before, proposed) {
    return followsAccountAndContact(before, proposed);
  },
  validateUpdate(before, after, context) {
    return validateWorkOrder(before, after, context);
  },
  readOnly() {
    return {};
  },
};
