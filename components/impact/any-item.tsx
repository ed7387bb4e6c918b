'use client';

import { useRouter } from 'next/navigation';
import { Combobox } from '#components/ui/combobox.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { ImpactView } from './impact-view.tsx';

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

/** Chooses the configuration item whose failure is examined; the address holds it. */
function ItemPicker({ chosen }: { chosen: { id: string; label: string } | null }) {
  const router = useRouter();
  return (
    <Field label="Configuration item" className="max-w-md">
      {(control) => (
        <Combobox
          {...control}
          key={chosen?.id}
          source="/api/references?kind=configuration-item"
          recentAs="impact"
          defaultOption={chosen}
          placeholder="Type a name"
          onSelect={(option) => router.push(option ? `/workspace/impact?item=${option.id}` : '/workspace/impact')}
        />
      )}
    </Field>
  );
}
