import { requestStateOf } from '#lib/kinds/request/states.ts';
import { fulfilmentHasStarted } from '#lib/kinds/requested-item/states.ts';
import { enforce, no, yes } from '#lib/platform/verdict.ts';
import { loadRecords } from '#lib/record/kind-table.ts';
import type { RecordOf } from '#lib/record/record.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';
import { withPreviewed } from '#lib/write/preview-state.ts';
import { updateContext, writeUpdates } from '#lib/write/write-updates.ts';
import { withdrawApprovals } from '../approval/withdraw.ts';

/** REQ-2 · Sets the states of requests from their items. The requests were locked before the items. */
export async function followItems(context: CommandContext, requestIds: readonly string[]): Promise<void> {
  const requests = withPreviewed(context, await loadRecords(context.tx, 'request', requestIds));
  const items = Map.groupBy(await itemsOfRequests(context, requestIds), ({ requestId }) => requestId);
  const update = { ...updateContext(context, {}), followsParts: true };
  const decisions = requests
    .filter(({ state }) => state !== 'closed_cancelled')
    .map((request) => {
      const state = requestStateOf(items.get(request.id) ?? []);
      return decideUpdate('request', request, { ...request, state }, update);
    });
  enforce(...decisions.map(({ verdict }) => verdict));
  await writeUpdates(context, 'request', decisions);
}

/**
 * REQ-2 · Cancels a request before fulfilment begins: its waiting items are skipped, its approvals withdrawn.
 * Items that were rejected or skipped before stay unchanged, and so do given approvals.
 */
export async function skipOpenItems(context: CommandContext, requests: readonly { id: string }[]): Promise<void> {
  const items = await itemsOfRequests(
    context,
    requests.map(({ id }) => id),
  );
  for (const { number, state } of items) {
    const begun = no('REQ-2', `${number} is being fulfilled: the request can no longer be cancelled.`, 'state');
    enforce(fulfilmentHasStarted(state) ? begun : yes);
  }
  const waiting = items.filter(({ state }) => state !== 'closed_skipped');
  await withdrawApprovals(context, waiting);
  const update = updateContext(context, {});
  const decisions = waiting.map((item) => {
    const approval = item.approval === 'requested' ? 'not_requested' : item.approval;
    return decideUpdate('requested_item', item, { ...item, state: 'closed_skipped', approval }, update);
  });
  enforce(...decisions.map(({ verdict }) => verdict));
  await writeUpdates(context, 'requested_item', decisions);
}

/** The items of locked requests, in the order of their numbers. */
export async function itemsOfRequests(
  context: CommandContext,
  requestIds: readonly string[],
): Promise<RecordOf<'requested_item'>[]> {
  const { tx } = context;
  const found = await tx.requestedItem.findMany({
    where: { requestId: { in: [...requestIds] } },
    select: { id: true },
  });
  const items = await loadRecords(
    tx,
    'requested_item',
    found.map(({ id }) => id),
  );
  return withPreviewed(context, items).toSorted((one, other) => one.number.localeCompare(other.number));
}
