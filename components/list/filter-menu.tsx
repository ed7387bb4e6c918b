'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { type Serialized, useDeserialized } from '#components/ui/serialized.ts';
import type { FilterData } from './filter-fields.ts';

// Loaded when it is opened.
const FiltersForm = dynamic(() => import('./filters-form.tsx').then((module) => module.FiltersForm), { ssr: false });

/** A button that opens all filters of a list. */
export function FilterMenu({ filters: packed }: { filters: Serialized<FilterData> }) {
  const filters = useDeserialized(packed);
  const { count } = filters;
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label="Filter"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={<Icon name="list-filter" />} aria-label={count > 0 ? `Filter, ${count} on` : undefined}>
          Filter
        </Button>
      }
    >
      {open && <FiltersForm {...filters} onDone={() => setOpen(false)} />}
    </Popover>
  );
}
