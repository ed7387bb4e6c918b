import { type Asking, askForApprovals } from '#lib/approval/ask.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import { createRecords } from '#lib/task/create-records.ts';
import type { RecordOf } from '#lib/task/record.ts';

type Ordered = { catalogItemId: string; quantity: number };

const DAY = 86_400_000;

/** REQ-1, REQ-3 · Creates the items of a request: those that need approval ask for it, the others start at once. */
export async function orderItems(
  context: CommandContext,
  request: Pick<RecordOf<'request'>, 'id' | 'accountId'>,
  ordered: readonly Ordered[],
): Promise<void> {
  const offers = await context.tx.catalogItem.findMany({
    where: { id: { in: ordered.map(({ catalogItemId }) => catalogItemId) } },
  });
  const lines = ordered.map(({ catalogItemId, quantity }) => {
    const offer = offers.find(({ id, active }) => id === catalogItemId && active);
    if (!offer) throw new Refusal('REL-8', 'This item is no longer in the catalog.', { field: 'items' });
    return { offer, quantity, asks: offer.approvalGroupId !== null };
  });
  const items = await createRecords(
    context,
    'requested_item',
    lines.map(({ offer, quantity, asks }) => ({
      shortDescription: offer.name,
      requestId: request.id,
      catalogItemId: offer.id,
      quantity,
      priceCents: offer.priceCents * quantity,
      dueAt: new Date(context.at.getTime() + offer.deliveryDays * DAY),
      accountId: request.accountId,
      assignmentGroupId: offer.fulfilmentGroupId,
      state: asks ? 'pending' : 'open',
      approval: asks ? 'requested' : 'not_requested',
    })),
  );
  const asking = items.flatMap((record, index): Asking[] => {
    const line = lines[index];
    return line?.asks ? [{ record, groupId: line.offer.approvalGroupId }] : [];
  });
  if (asking.length > 0) await askForApprovals(context, asking);
}
