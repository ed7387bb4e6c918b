import { type RequestedItemState, requestedItemStates } from '#lib/requested-item/states.ts';
import type { CommandContext } from '#lib/task/command-context.ts';

/** SYNC-REQ-2 · How each item of a request ended, in the order of their numbers. */
export async function outcomeOf(context: CommandContext, requestId: string) {
  const items = await context.tx.requestedItem.findMany({
    where: { requestId },
    include: { task: true },
    orderBy: { task: { number: 'asc' } },
  });
  return items.map(({ task }) => ({
    number: task.number,
    title: task.shortDescription,
    state: requestedItemStates[task.state as RequestedItemState].label,
  }));
}
