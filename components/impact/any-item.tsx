'use client';

import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { ImpactView } from './impact-view.tsx';
import { ItemPicker } from './item-picker.tsx';

/** IMP-3 · Any configuration item, and the customers whom its failure would affect. */
export function AnyItem({ item }: { item: { id: string; name: string } | null }) {
  return (
    <>
      <ItemPicker chosen={item && { id: item.id, label: item.name }} />
      <div className="mt-4">
        {item ? (
          <ImpactView key={item.id} source={{ item: item.id }} />
        ) : (
          <EmptyState icon={<Icon name="network" />} title="Who would be affected?">
            Choose a configuration item to see the services, accounts and consumers that its failure would affect.
          </EmptyState>
        )}
      </div>
    </>
  );
}
