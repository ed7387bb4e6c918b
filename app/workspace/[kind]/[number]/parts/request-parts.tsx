import { LazyTab } from '#components/record-page/lazy-tab.tsx';
import { CancelRequest } from '#components/request/cancel-request.tsx';
import { ItemTable } from '#components/request/item-table.tsx';
import { deferred, mapDeferred } from '#components/ui/deferred.ts';
import { can } from '#lib/access/policy.ts';
import { isCancellable } from '#lib/request/queries/cancellable.ts';
import { itemsOf } from '#lib/request/queries/items.ts';
import { slowTab } from '../slow-tab.tsx';
import type { LoadParts } from './load-parts.ts';

export const requestParts: LoadParts = async (actor, { id, number }) => {
  const [mayCancel, itemsByRequest] = await Promise.all([isCancellable(actor, id), deferred(itemsOf(actor, [id]))]);
  const items = mapDeferred(itemsByRequest, (byRequest) => byRequest.get(id) ?? []);
  return {
    actions: mayCancel && <CancelRequest number={number} />,
    tabs: [
      slowTab({
        label: 'Items',
        of: items,
        countOf: ({ length }) => length,
        panel: (loaded) => (
          <LazyTab
            items={{
              kind: 'requested_item',
              mayEdit: can(actor, 'edit', 'requested_item'),
              children: <ItemTable caption={`Items of ${number}`} items={loaded} />,
            }}
          />
        ),
      }),
    ],
  };
};
