import { LateTab } from '#components/record-page/late-tab.tsx';
import { CancelRequest } from '#components/request/cancel-request.tsx';
import { ItemTable } from '#components/request/item-table.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { SlowCount, SlowPart } from '#components/ui/slow-part.tsx';
import { mapSoon, soon } from '#components/ui/soon.ts';
import { can } from '#lib/access/policy.ts';
import { isCancellable } from '#lib/request/queries/cancellable.ts';
import { itemsOf } from '#lib/request/queries/items.ts';
import type { LoadParts } from './load-parts.ts';

export const requestParts: LoadParts = async (actor, { id, number }) => {
  const [mayCancel, itemsByRequest] = await Promise.all([isCancellable(actor, id), soon(itemsOf(actor, [id]))]);
  const items = mapSoon(itemsByRequest, (byRequest) => byRequest.get(id) ?? []);
  return {
    actions: mayCancel && <CancelRequest number={number} />,
    tabs: [
      {
        id: 'items',
        label: 'Items',
        count: <SlowCount of={mapSoon(items, ({ length }) => length)} />,
        panel: (
          <SlowPart of={items} fallback={<SkeletonRows rows={3} label="Loading items" />}>
            {(loaded) => (
              <LateTab
                items={{
                  kind: 'requested_item',
                  mayEdit: can(actor, 'edit', 'requested_item'),
                  children: <ItemTable caption={`Items of ${number}`} items={loaded} />,
                }}
              />
            )}
          </SlowPart>
        ),
      },
    ],
  };
};
