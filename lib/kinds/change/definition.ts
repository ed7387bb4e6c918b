import { type KindDefinition, priorityAndAssignment } from '#lib/record/definition.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { changeFields } from './fields.ts';
import { changeFromCase, changeFromIncident } from './from-case.ts';
import { approvalGroupWaits, validateChange } from './rules/validate-update.ts';
import { approvedStates, type ChangeState, changeMovesNow, changeStates } from './states.ts';

export type Change = RecordOf<'change'>;

/** CHG-1 · Entering a stage requests a new approval. A canceled change no longer waits for one. */
function approvalOf(before: Change | null, { state, approval }: Change): string {
  if (before?.state !== state && approvedStates.includes(state as ChangeState)) return 'requested';
  return state === 'canceled' && approval === 'requested' ? 'not_requested' : approval;
}

/** CHG-3 · A change off hold has no hold reason. Canceling ends the hold, and so does a rejection, which leads back to New. */
function derived(before: Change | null, proposed: Change): Change {
  const isSentBack = before !== null && before.state !== 'new' && proposed.state === 'new';
  const onHold = proposed.onHold && proposed.state !== 'canceled' && !isSentBack;
  const onHoldReason = onHold ? proposed.onHoldReason : '';
  return { ...proposed, onHold, onHoldReason, approval: approvalOf(before, proposed) };
}

/** How change requests differ from other kinds. */
export const changeDefinition: KindDefinition<'change'> = {
  kind: 'change',
  states: changeStates,
  fields: changeFields,
  form: [
    {
      heading: 'Change',
      fields: [
        'state',
        'shortDescription',
        'description',
        'type',
        'templateId',
        'category',
        'risk',
        'callerId',
        'requestedById',
        'accountId',
        'configurationItemId',
      ],
    },
    priorityAndAssignment,
    {
      heading: 'Schedule',
      fields: ['plannedStart', 'plannedEnd', 'onHold', 'approvalGroupId', 'approval'],
    },
    { heading: 'Planning', fields: ['justification', 'implementationPlan', 'backoutPlan', 'testPlan'] },
    { heading: 'Closure', atEnd: true, fields: ['closeCode', 'closeNotes', 'cancelReason'] },
  ],
  moveFields: {
    assess: ['approvalGroupId'],
    authorize: ['approvalGroupId'],
    scheduled: ['plannedStart', 'plannedEnd'],
    closed: ['closeCode', 'closeNotes'],
    canceled: ['cancelReason'],
  },
  fieldsWith: { onHold: { true: ['onHoldReason'] } },
  defaults: {
    state: 'new',
    impact: 2,
    urgency: 3,
    priority: 4,
    type: 'normal',
    category: 'Other',
    risk: 'moderate',
    approval: 'not_requested',
  },
  person: { fields: ['callerId'] },
  defaultGroup: 'change.default_assignment_group',

  fromCase: changeFromCase,
  fromIncident: changeFromIncident,

  movesFrom(change) {
    return changeMovesNow(change);
  },
  choicesNow(change) {
    // CHG-4: standard changes come only from a template, and the type changes only in New.
    return { type: change && change.state !== 'new' ? [] : ['normal', 'emergency'] };
  },

  deriveFields(before, proposed) {
    return derived(before, proposed);
  },
  validateUpdate(before, after) {
    return validateChange(before, after);
  },
  readOnly(change) {
    const template = { rule: 'CHG-4', because: 'A standard change has this from its template.' };
    return {
      ...(change.type === 'standard' && { type: template, category: template, risk: template }),
      ...(change.approval === 'requested' && { approvalGroupId: approvalGroupWaits }),
    };
  },
};
