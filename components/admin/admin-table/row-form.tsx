'use client';

import type { Refused } from '#components/actions/call-action.ts';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { FieldGrid } from '#components/ui/field.tsx';
import { useKeptForm } from '#components/ui/kept/use-kept-form.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { saveRowAction } from '#lib/admin-table/actions.ts';
import { type AdminTableName, adminTables } from '#lib/admin-table/admin-tables.ts';
import { defaultValues, editableColumns } from '#lib/admin-table/column.ts';
import type { AdminRow } from '#lib/admin-table/row-sql.ts';
import { ColumnControl } from './column-control.tsx';
import { MappingFields } from './mapping-fields.tsx';

interface RowFormProps {
  table: AdminTableName;
  row?: AdminRow | undefined;
  onDone: () => void;
}

/** What is wrong with a field stands beside it, once: on top it only says that something is marked. */
const onTop = (refused: Refused | null, columns: Readonly<Record<string, unknown>>) =>
  refused?.field !== undefined && Object.hasOwn(columns, refused.field)
    ? { ...refused, message: 'Please correct the marked fields.' }
    : refused;

/** ADM-6, ADM-7 · the columns of a row in a form. */
export function RowForm({ table, row, onDone }: RowFormProps) {
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
  const isMapping = table === 'field-mapping';
  const own = editableColumns(columns).filter(([name]) => !isMapping || name === 'position' || name === 'active');
  return (
    <form key={kept.key} action={submit} onInput={kept.keep} noValidate>
      <RefusalBanner refused={onTop(refused, columns)} />
      <input type="hidden" name="table" value={table} />
      {row && <input type="hidden" name="id" value={row.id} />}
      <FieldGrid>
        {isMapping && <MappingFields startOf={(name) => shownIn(name, 'text')} errors={errors} />}
        {own.map(([name, column]) => (
          <ColumnControl
            key={name}
            name={name}
            column={column}
            rowId={row?.id}
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
