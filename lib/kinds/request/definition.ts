import { type KindDefinition, priorityAndAssignment } from '#lib/record/definition.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { fulfilmentHasStarted } from '../requested-item/states.ts';
import { requestFields } from './fields.ts';
import { validateRequest } from './rules/validate-update.ts';
import { type RequestState, requestStates } from './states.ts';

export type Request = RecordOf<'request'>;

/** How requests differ from other kinds. */
export const requestDefinition: KindDefinition<'request'> = {
  kind: 'request',
  states: requestStates,
  fields: requestFields,
  form: [
    {
      heading: 'Request',
      fields: ['state', 'shortDescription', 'description', 'requestedForId', 'accountId', 'caseId'],
    },
    { heading: 'Delivery', fields: ['deliveryInformation', 'specialInstructions'] },
    priorityAndAssignment,
  ],
  moveFields: {},
  defaults: { state: 'requested', impact: 3, urgency: 3, priority: 4 },
  person: { fields: ['requestedForId'], isMailed: true },
  defaultGroup: 'request.default_assignment_group',

  movesFrom(request, { parts: items = [] }) {
    // REQ-2: a request can be cancelled before fulfilment begins.
    const isOver = requestStates[request.state as RequestState].phase === 'final';
    return isOver || items.some(fulfilmentHasStarted) ? [] : ['closed_cancelled'];
  },

  deriveFields(_before, proposed) {
    return proposed;
  },
  validateUpdate(before, after, context) {
    return validateRequest(before, after, context);
  },
  readOnly() {
    return {};
  },
};
