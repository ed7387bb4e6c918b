import { requestStateOf } from '#lib/kinds/request/states.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { loadRecords } from '#lib/record/kind-table.ts';
import { asLeft } from '#lib/write/ahead.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';
import { updateContext, writeUpdates } from '#lib/write/write-updates.ts';
import { itemsOfRequests } from './items-of.ts';

/** REQ-2 · Sets the states of requests from their items. The requests were locked before the items. */
export async function followItems(context: CommandContext, requestIds: readonly string[]): Promise<void> {
  const requests = asLeft(context, await loadRecords(context.tx, 'request', requestIds));
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
