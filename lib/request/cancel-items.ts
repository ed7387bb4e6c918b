import { withdrawApprovals } from '#lib/approval/withdraw.ts';
import { enforce, no, yes } from '#lib/platform/verdict.ts';
import { requestedItemDefinition } from '#lib/requested-item/definition.ts';
import { fulfilmentHasBegun } from '#lib/requested-item/states.ts';
import { applyUpdate } from '#lib/task/apply-update.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import type { TaskRecord } from '#lib/task/definition.ts';

/**
 * REQ-2 · A request can be cancelled before fulfilment begins: its waiting items are skipped, its approvals withdrawn.
 * Items that were rejected or skipped before stay as they are, and an approval that was given stays given.
 */
export async function skipOpenItems(context: CommandContext, request: TaskRecord): Promise<void> {
  const items = await context.tx.requestedItem.findMany({ where: { requestId: request.id }, select: { id: true } });
  for (const { id } of items) {
    const item = await requestedItemDefinition.load(context.tx, id);
    const begun = no('REQ-2', `${item.number} is being fulfilled: the request can no longer be cancelled.`, 'state');
    enforce(fulfilmentHasBegun(item.state) ? begun : yes);
    if (item.state === 'closed_skipped') continue;
    await withdrawApprovals(context, id);
    const approval = item.approval === 'requested' ? 'not_requested' : item.approval;
    await applyUpdate(context, item, Object.assign({ ...item }, { state: 'closed_skipped', approval }), {});
  }
}
