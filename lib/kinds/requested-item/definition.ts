import { type KindDefinition, priorityAndAssignment } from '#lib/record/definition.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { requestedItemFields } from './fields.ts';
import { validateItem } from './rules/validate-update.ts';
import { type RequestedItemState, requestedItemMoves, requestedItemStates, stageOf } from './states.ts';

export type RequestedItem = RecordOf<'requested_item'>;

/** How requested items differ from other kinds. */
export const requestedItemDefinition: KindDefinition<'requested_item'> = {
  kind: 'requested_item',
  states: requestedItemStates,
  fields: requestedItemFields,
  form: [
    {
      heading: 'Item',
      fields: [
        'state',
        'stage',
        'shortDescription',
        'description',
        'requestId',
        'catalogItemId',
        'quantity',
        'priceCents',
        'dueAt',
        'approval',
      ],
    },
    priorityAndAssignment,
  ],
  moveFields: {},
  defaults: { state: 'open', impact: 3, urgency: 3, priority: 4, approval: 'not_requested', stage: 'fulfillment' },

  movesFrom(item) {
    return requestedItemMoves[item.state as RequestedItemState];
  },

  deriveFields(_before, proposed) {
    return { ...proposed, stage: stageOf[proposed.state as RequestedItemState] };
  },
  validateUpdate(before, after) {
    return validateItem(before, after);
  },
  readOnly() {
    return {};
  },
};
