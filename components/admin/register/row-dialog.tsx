'use client';

import { Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog, DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { FieldGrid } from '#components/ui/field.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { saveRowAction } from '#lib/register/actions.ts';
import { freshValues, typedColumns } from '#lib/register/column.ts';
import { nameColumn, type RegisterName, registers } from '#lib/register/registers.ts';
import type { RegisterRow } from '#lib/register/row-sql.ts';
import { ColumnControl } from './column-control.tsx';

export interface RowDialogProps {
  register: RegisterName;
  row?: RegisterRow;
  /** A button with a word instead of a pencil, on the page of the row itself. */
  withWord?: boolean;
}

/** ADM-6, ADM-7 · adds a row to a register, or changes the one that it gets. */
export function RowDialog({ register, row, withWord = false }: RowDialogProps) {
  const [open, setOpen] = useState(false);
  const { noun, columns } = registers[register];
  const title = row ? `Edit ${row.values[nameColumn(registers[register])] || noun}` : `Add ${noun}`;
  const show = () => setOpen(true);
  return (
    <>
      {row && !withWord && (
        <IconButton label={title} size="s" onClick={show}>
          <Pencil aria-hidden />
        </IconButton>
      )}
      {row && withWord && (
        <Button icon={<Pencil aria-hidden />} onClick={show}>
          Edit
        </Button>
      )}
      {!row && (
        <Button variant="primary" icon={<Plus aria-hidden />} onClick={show}>
          {title}
        </Button>
      )}
      <Dialog open={open} onOpenChange={setOpen} title={title} size={typedColumns(columns).length > 6 ? 'l' : 'm'}>
        <RowForm register={register} row={row} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function RowForm({ register, row, onDone }: { register: RegisterName; row?: RegisterRow; onDone: () => void }) {
  const { submit, refused, errors, typedOr, typedAll } = useAction(saveRowAction, { onDone });
  const { columns } = registers[register];
  const saved = row?.values ?? freshValues(columns);
  const shownIn = (name: string, type: string) => {
    const typed = typedAll(name);
    // A box that is not ticked is not sent.
    if (type === 'yes-no') return typed ? String(typed.length > 0) : (saved[name] ?? '');
    return typedOr(name, saved[name] ?? '');
  };
  return (
    <form action={submit} noValidate>
      <RefusalBanner refused={refused} />
      <input type="hidden" name="register" value={register} />
      {row && <input type="hidden" name="id" value={row.id} />}
      <FieldGrid>
        {typedColumns(columns).map(([name, column]) => (
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
        <DialogCancel />
        <SubmitButton>Save</SubmitButton>
      </DialogActions>
    </form>
  );
}
