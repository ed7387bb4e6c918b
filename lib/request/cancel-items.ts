import { withdrawApprovals } from '#lib/approval/withdraw.ts';
import { enforce, no, yes } from '#lib/platform/verdict.ts';
import { requestedItemDefinition } from '#lib/requested-item/definition.ts';
import { waitsForFulfilment } from '#lib/requested-item/states.ts';
import { applyUpdate } from '#lib/task/apply-update.ts';
import type { TaskRecord } from '#lib/task/definition.ts';
import type { Run } from '#lib/task/run.ts';

/** REQ-2 · A request can be cancelled before fulfilment begins: its waiting items are skipped, its approvals withdrawn. */
export async function skipOpenItems(run: Run, request: TaskRecord): Promise<void> {
  const items = await run.tx.requestedItem.findMany({ where: { requestId: request.id }, select: { id: true } });
  for (const { id } of items) {
    const item = await requestedItemDefinition.load(run.tx, id);
    const begun = no('REQ-2', `${item.number} is being fulfilled: the request can no longer be cancelled.`, 'state');
    enforce(waitsForFulfilment(item.state) ? yes : begun);
    await withdrawApprovals(run, id);
    const skipped = Object.assign({ ...item }, { state: 'closed_skipped', approval: 'not_requested' });
    await applyUpdate(run, item, skipped, {});
  }
}
