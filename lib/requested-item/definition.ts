import type { RequestedItem as RequestedItemRow, Task } from '#lib/platform/generated/prisma/client.ts';
import { followItems } from '#lib/request/follow-items.ts';
import type { KindDefinition } from '#lib/task/definition.ts';
import { splitRecord } from '#lib/task/split-record.ts';
import { requestedItemFields } from './fields.ts';
import { validateItem } from './rules/validate-update.ts';
import { type RequestedItemState, requestedItemMoves, requestedItemStates, stageOf } from './states.ts';

export type RequestedItem = Task & RequestedItemRow;

/** Everything by which a requested item differs from other kinds. */
export const requestedItemDefinition: KindDefinition<RequestedItem> = {
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
    {
      heading: 'Priority and assignment',
      fields: ['impact', 'urgency', 'priority', 'assignmentGroupId', 'assignedToId'],
    },
  ],
  moveFields: {},
  defaults: { state: 'open', impact: 3, urgency: 3, priority: 4, approval: 'not_requested', stage: 'fulfillment' },

  movesFrom(item) {
    return requestedItemMoves[item.state as RequestedItemState];
  },
  async load(tx, id) {
    const { task, ...own } = await tx.requestedItem.findUniqueOrThrow({ where: { id }, include: { task: true } });
    return { ...task, ...own };
  },
  async insertOwn(tx, item) {
    await tx.requestedItem.create({ data: splitRecord(item).own });
  },
  async writeOwn(tx, id, values) {
    await tx.requestedItem.update({ where: { id }, data: values });
  },

  deriveFields(_before, proposed) {
    return { ...proposed, stage: stageOf[proposed.state as RequestedItemState] };
  },
  validateUpdate(before, after) {
    return validateItem(before, after);
  },
  async afterwards(run, before, after) {
    if (before.state !== after.state) await followItems(run, after.requestId);
  },
  readOnly() {
    return {};
  },
};
