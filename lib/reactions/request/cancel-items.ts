import { fulfilmentHasBegun } from '#lib/kinds/requested-item/states.ts';
import { enforce, no, yes } from '#lib/platform/verdict.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';
import { updateContext, writeUpdates } from '#lib/write/write-updates.ts';
import { withdrawApprovals } from '../approval/withdraw.ts';
import { itemsOfRequests } from './items-of.ts';

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
    enforce(fulfilmentHasBegun(state) ? begun : yes);
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
