'use client';

import { useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { FieldGrid } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { useKeptForm } from '#components/ui/kept/use-kept-form.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { saveRowAction } from '#lib/admin-table/actions.ts';
import { type AdminTableName, adminTables, rowName } from '#lib/admin-table/admin-tables.ts';
import { defaultValues, editableColumns } from '#lib/admin-table/column.ts';
import type { AdminRow } from '#lib/admin-table/row-sql.ts';
import { ColumnControl } from './column-control.tsx';

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

function RowForm({ table, row, onDone }: { table: AdminTableName; row?: AdminRow; onDone: () => void }) {
  const kept = useKeptForm(`row ${row?.id ?? table}`);
  const { submit, refused, errors, typedOr, typedAll } = useAction(saveRowAction, { onDone, kept, once: kept.name });
  const { columns } = adminTables[table];
  const saved = row?.values ?? defaultValues(columns);
  const shownIn = (name: string, type: string) => {
    const typed = typedAll(name);
    // A box that is not ticked is not sent.
    if (type === 'boolean') return typed ? String(typed.length > 0) : (saved[name] ?? '');
    return typedOr(name, saved[name] ?? '');
  };
  return (
    <form key={kept.key} action={submit} onInput={kept.keep} noValidate>
      <RefusalBanner refused={refused} />
      <input type="hidden" name="table" value={table} />
      {row && <input type="hidden" name="id" value={row.id} />}
      <FieldGrid>
        {editableColumns(columns).map(([name, column]) => (
          <ColumnControl
            key={name}
            name={name}
            column={column}
            value={shownIn(name, column.type)}
            shown={row?.labels[name] ?? ''}
            error={errors[name]}
          />
        ))}
      </FieldGrid>
      <DialogActions>
        <DialogCancel onCancel={kept.discard} />
        <SubmitButton>Save</SubmitButton>
      </DialogActions>
    </form>
  );
}
