import { askForApproval } from '#lib/approval/ask.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import { createRecord } from '#lib/task/create-record.ts';
import type { TaskRecord } from '#lib/task/definition.ts';

type Ordered = { catalogItemId: string; quantity: number };

const DAY = 86_400_000;

/** REQ-1, REQ-3 · Makes the items of a request: those that need approval ask for it, the others start at once. */
export async function orderItems(
  context: CommandContext,
  request: TaskRecord,
  ordered: readonly Ordered[],
): Promise<void> {
  for (const { catalogItemId, quantity } of ordered) {
    const offer = await context.tx.catalogItem.findUnique({ where: { id: catalogItemId } });
    if (!offer?.active) throw new Refusal('REL-8', 'This item is not in the catalog any more.', { field: 'items' });
    const asks = offer.approvalGroupId !== null;
    const item = await createRecord(context, 'requested_item', {
      shortDescription: offer.name,
      requestId: request.id,
      catalogItemId,
      quantity,
      priceCents: offer.priceCents * quantity,
      dueAt: new Date(context.at.getTime() + offer.deliveryDays * DAY),
      accountId: request.accountId,
      assignmentGroupId: offer.fulfilmentGroupId,
      state: asks ? 'pending' : 'open',
      approval: asks ? 'requested' : 'not_requested',
    });
    if (asks) await askForApproval(context, item, offer.approvalGroupId, 'pending');
  }
}
