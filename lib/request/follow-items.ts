import { applyUpdate } from '#lib/task/apply-update.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import { requestDefinition } from './definition.ts';
import { requestStateOf } from './states.ts';

/** REQ-2 · Moves a request where its items are. The request was locked before the item. */
export async function followItems(context: CommandContext, requestId: string): Promise<void> {
  const request = await requestDefinition.load(context.tx, requestId);
  if (request.state === 'closed_cancelled') return;
  const items = await context.tx.requestedItem.findMany({
    where: { requestId },
    include: { task: { select: { state: true } } },
  });
  const state = requestStateOf(items.map(({ approval, task }) => ({ approval, state: task.state })));
  await applyUpdate(context, request, { ...request, state }, {}, { followsItems: true });
}
