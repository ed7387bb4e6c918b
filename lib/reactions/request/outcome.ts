import { type RequestedItemState, requestedItemStates } from '#lib/kinds/requested-item/states.ts';
import type { RecordOf } from '#lib/record/record.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { itemsOfRequests } from './items.ts';

/** The rejecting approver and the reason, by item. */
async function refusals({ tx }: CommandContext, items: readonly RecordOf<'requested_item'>[]) {
  const rejected = items.filter(({ approval }) => approval === 'rejected').map(({ id }) => id);
  if (rejected.length === 0) return new Map<string, string>();
  const found = await tx.approval.findMany({
    where: { taskId: { in: rejected }, answer: 'rejected' },
    select: { taskId: true, reason: true, approver: { select: { name: true } } },
  });
  return new Map(found.map(({ taskId, reason, approver }) => [taskId, `Rejected by ${approver.name}: ${reason}`]));
}

/** SYNC-REQ-2 · Reports how each item of ended requests has ended, in the order of their numbers. */
export async function announceOutcome(
  context: CommandContext,
  requests: readonly RecordOf<'request'>[],
): Promise<void> {
  const items = Map.groupBy(
    await itemsOfRequests(
      context,
      requests.map(({ id }) => id),
    ),
    ({ requestId }) => requestId,
  );
  const refused = await refusals(context, [...items.values()].flat());
  for (const record of requests) {
    const outcome = (items.get(record.id) ?? []).map(({ id, number, shortDescription, state }) => ({
      number,
      title: shortDescription,
      state: requestedItemStates[state as RequestedItemState].label,
      refused: refused.get(id),
    }));
    context.events.push({ type: 'closed', record, outcome });
  }
}
