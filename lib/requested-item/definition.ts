import type { RequestedItem as RequestedItemRow, Task } from '#lib/platform/generated/prisma/client.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { followItems } from '#lib/request/follow-items.ts';
import type { KindDefinition } from '#lib/task/definition.ts';
import { splitRecord } from '#lib/task/split-record.ts';
import { requestedItemFields } from './fields.ts';
import { type RequestedItemState, requestedItemMoves, requestedItemStates, stageOf } from './states.ts';

export type RequestedItem = Task & RequestedItemRow;

/** REQ-1 · A pending item is moved by its approval only; closed items are final. */
function itemMayMove(before: RequestedItem, after: RequestedItem): Verdict {
  const from = before.state as RequestedItemState;
  const isFinal = requestedItemStates[from].phase === 'final';
  if (isFinal && before !== after) return no('REC-5', `${before.number} is closed and can no longer be changed.`);
  if (before.state === after.state || requestedItemMoves[from].includes(after.state as RequestedItemState)) return yes;
  if (from === 'pending' && after.approval !== 'requested') return yes;
  if (from === 'pending') return no('REQ-1', `${before.number} waits for approval.`, 'state');
  return no('REC-5', `An item can not go from ${requestedItemStates[from].label} there.`, 'state');
}

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

  settle(_before, wished) {
    return { ...wished, stage: stageOf[wished.state as RequestedItemState] };
  },
  mayBecome(before, after) {
    return before ? itemMayMove(before, after) : yes;
  },
  async afterwards(run, before, after) {
    if (before.state !== after.state) await followItems(run, after.requestId);
  },
  readOnly() {
    return {};
  },
};
