'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { type AdminTableName, adminTables, rowName } from '#lib/admin-table/admin-tables.ts';
import { editableColumns, type RowValues } from '#lib/admin-table/column.ts';
import type { AdminRow } from '#lib/admin-table/row-sql.ts';
import { RowForm } from './row-form.tsx';

export interface RowDialogProps {
  table: AdminTableName;
  row?: AdminRow;
  /** Initial values of a new row. */
  start?: RowValues;
  /** Label of the button, instead of a pencil (on the row's own page) or of *Add* and the noun. */
  word?: string;
}

/** ADM-6, ADM-7 · adds a row to an admin table, or changes the given one. */
export function RowDialog({ table, row, start, word }: RowDialogProps) {
  const [open, setOpen] = useState(false);
  const { noun, columns } = adminTables[table];
  const title = row ? `Edit ${rowName(adminTables[table], row)}` : (word ?? `Add ${noun}`);
  const show = () => setOpen(true);
  return (
    <>
      {row && !word && (
        <IconButton label={title} size="s" onClick={show}>
          <Icon name="pencil" />
        </IconButton>
      )}
      {row && word && (
        <Button icon={<Icon name="pencil" />} onClick={show}>
          {word}
        </Button>
      )}
      {!row && (
        <Button variant="primary" icon={<Icon name="plus" />} onClick={show}>
          {title}
        </Button>
      )}
      <Dialog open={open} onOpenChange={setOpen} title={title} size={editableColumns(columns).length > 6 ? 'l' : 'm'}>
        <RowForm table={table} row={row} start={start} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
