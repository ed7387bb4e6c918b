import { groupWorksSql } from '#lib/access/assignable.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { type ApprovalRequest, askCustomers, askForApprovals } from '#lib/reactions/approval/ask.ts';
import type { RecordOf } from '#lib/record/record.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { createRecords } from '#lib/write/create-records.ts';
import { type Approver, findApprovers } from './rules/find-approvers.ts';

type Ordering = Pick<RecordOf<'request'>, 'id' | 'accountId' | 'openedById'>;
type Ordered = { catalogItemId: string; quantity: number };

const DAY = 86_400_000;

/** REC-5 · The fulfilment groups that have members to work items; an item of another group must not fail the order. */
async function workingGroups({ tx }: CommandContext, ids: readonly (string | null)[], accountId: string | null) {
  const item = { kind: 'requested_item', accountId, contactId: null, consumerId: null } as const;
  const groups = await tx.$queryRaw<{ id: string }[]>`
    select r.id from groups r where r.id = any(${ids.filter((id) => id !== null)}::uuid[]) and ${groupWorksSql(item)}`;
  return new Set(groups.map(({ id }) => id));
}

/** REQ-1, REQ-3 · Creates the items of a request: those that need approval ask for it, the others start at once. */
export async function orderItems(
  context: CommandContext,
  request: Ordering,
  ordered: readonly Ordered[],
): Promise<void> {
  const offers = await context.tx.catalogItem.findMany({
    where: { id: { in: ordered.map(({ catalogItemId }) => catalogItemId) } },
  });
  const lines = ordered.map(({ catalogItemId, quantity }) => {
    const offer = offers.find(({ id, active }) => id === catalogItemId && active);
    if (!offer) throw new Refusal('REL-8', 'This item is no longer in the catalog.', { field: 'items' });
    return { offer, quantity, asks: findApprovers(offer, request) };
  });
  const fulfilmentGroups = lines.map(({ offer }) => offer.fulfilmentGroupId);
  const working = await workingGroups(context, fulfilmentGroups, request.accountId);
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
      assignmentGroupId: working.has(offer.fulfilmentGroupId ?? '') ? offer.fulfilmentGroupId : null,
      state: asks ? 'pending' : 'open',
      approval: asks ? 'requested' : 'not_requested',
    })),
  );
  await askAll(
    context,
    request,
    items.flatMap((record, index) => {
      const line = lines[index];
      return line?.asks ? [{ record, groupId: line.offer.approvalGroupId, asks: line.asks }] : [];
    }),
  );
}

type Waiting = ApprovalRequest & { asks: Approver };

/** REQ-1 · The account approves if the item says so; otherwise, or if nobody of the account could answer, the item's group. */
async function askAll(context: CommandContext, { openedById }: Ordering, waiting: readonly Waiting[]): Promise<void> {
  const ofCustomer = waiting.filter(({ asks }) => asks === 'customer');
  const asked =
    ofCustomer.length > 0
      ? await askCustomers(
          context,
          ofCustomer.map(({ record }) => ({ record, orderedById: openedById })),
        )
      : new Set<string>();
  const left = waiting.filter(({ record }) => !asked.has(record.id));
  if (left.some(({ groupId }) => groupId === null))
    throw new Refusal('REQ-1', 'No one in the account can approve this item.', { field: 'items' });
  if (left.length > 0) await askForApprovals(context, left);
}
