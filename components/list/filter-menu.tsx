'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Popover } from '#components/ui/popover.tsx';

/** The form of the filters. What it holds becomes the address; a field without a value is left out. */
export function FilterMenu({ path, count, children }: { path: string; count: number; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();

  function apply(data: FormData) {
    const params = new URLSearchParams();
    for (const [name, value] of data) if (typeof value === 'string' && value) params.append(name, value);
    setOpen(false);
    router.push(`${path}?${params}`);
  }

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
      <form
        onSubmit={(event) => {
          event.preventDefault();
          apply(new FormData(event.currentTarget));
        }}
        className="grid gap-3"
      >
        {children}
        <Button type="submit" variant="primary" className="justify-self-end">
          Apply
        </Button>
      </form>
    </Popover>
  );
}
