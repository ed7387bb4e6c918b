import { type RequestedItemState, requestedItemStates } from '#lib/requested-item/states.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import type { RecordOf } from '#lib/task/record.ts';
import { itemsOfRequests } from './items-of.ts';

/** SYNC-REQ-2 · Says how each item of requests that are over has ended, in the order of their numbers. */
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
  for (const record of requests) {
    const outcome = (items.get(record.id) ?? []).map(({ number, shortDescription, state }) => ({
      number,
      title: shortDescription,
      state: requestedItemStates[state as RequestedItemState].label,
    }));
    context.events.push({ type: 'closed', record, outcome });
  }
}
