'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { type AdminTableName, adminTables, rowName } from '#lib/admin-table/admin-tables.ts';
import { editableColumns } from '#lib/admin-table/column.ts';
import type { AdminRow } from '#lib/admin-table/row-sql.ts';
import { RowForm } from './row-form.tsx';

export interface RowDialogProps {
  table: AdminTableName;
  row?: AdminRow;
  /** A button with this word instead of a pencil, on the page of the row itself. */
  word?: string;
}

/** ADM-6, ADM-7 · adds a row to an admin table, or changes the given one. */
export function RowDialog({ table, row, word }: RowDialogProps) {
  const [open, setOpen] = useState(false);
  const { noun, columns } = adminTables[table];
  const title = row ? `Edit ${rowName(adminTables[table], row)}` : `Add ${noun}`;
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
        <RowForm table={table} row={row} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
