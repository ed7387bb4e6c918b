'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Popover } from '#components/ui/popover.tsx';
import type { ColumnName } from '#lib/record/column-name.ts';
import type { TaskKind } from '#lib/record/kind.ts';

// Loaded when it is opened.
const ColumnsForm = dynamic(() => import('./columns-form.tsx').then((module) => module.ColumnsForm), { ssr: false });

export interface ColumnsMenuProps {
  kind: TaskKind;
  /** All available columns, the shown ones first. */
  columns: readonly { name: ColumnName; label: string }[];
  shown: readonly ColumnName[];
}

/** Chooses a list's columns and their order; the address holds them, and so do saved views. */
export function ColumnsMenu(props: ColumnsMenuProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label="Columns"
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<Icon name="table-2" />}>Columns</Button>}
    >
      {open && <ColumnsForm {...props} onDone={() => setOpen(false)} />}
    </Popover>
  );
}
