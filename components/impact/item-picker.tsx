'use client';

import { useRouter } from 'next/navigation';
import { Combobox } from '#components/ui/combobox.tsx';
import { Field } from '#components/ui/field.tsx';

/** Chooses the configuration item whose failure is examined; the address holds it. */
export function ItemPicker({ chosen }: { chosen: { id: string; label: string } | null }) {
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
