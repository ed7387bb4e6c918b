'use client';

import type { Refused } from '#components/actions/call-action.ts';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { DialogActions, DialogCancel } from '#components/ui/dialog.tsx';
import { useFormDraft } from '#components/ui/drafts/use-form-draft.ts';
import { FieldGrid } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { saveRowAction } from '#lib/admin-table/actions.ts';
import { type AdminTableName, adminTables } from '#lib/admin-table/admin-tables.ts';
import { defaultValues, editableColumns, type RowValues } from '#lib/admin-table/column.ts';
import type { AdminRow } from '#lib/admin-table/row-sql.ts';
import { isDirection, mapDirections } from '#lib/field-mapping/mapping.ts';
import { ColumnControl } from './column-control.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { MappingFields } from './mapping-fields.tsx';

interface RowFormProps {
  table: AdminTableName;
  row?: AdminRow | undefined;
  /** Initial values of a new row. */
  start?: RowValues | undefined;
  onDone: () => void;
}

/** A field shows its own error. The banner on top only says that fields are marked. */
const onTop = (refused: Refused | null, columns: Readonly<Record<string, unknown>>) =>
  refused?.field !== undefined && Object.hasOwn(columns, refused.field)
    ? { ...refused, message: 'Please correct the marked fields.' }
    : refused;

/** ADM-6, ADM-7 · the columns of a row in a form. */
export function RowForm({ table, row, start, onDone }: RowFormProps) {
  const formDraft = useFormDraft(['row', row?.id ?? table, ...Object.values(start ?? {})].join(' '));
  const { submit, refused, errors, typedOr, typedAll } = useAction(saveRowAction, {
    onDone,
    formDraft,
    once: formDraft.name,
  });
  const { columns } = adminTables[table];
  const saved = row?.values ?? { ...defaultValues(columns), ...start };
  const shownIn = (name: string, type: string) => {
    const typed = typedAll(name);
    // Forms do not send an unchecked box.
    if (type === 'boolean') return typed ? String(typed.length > 0) : (saved[name] ?? '');
    return typedOr(name, saved[name] ?? '');
  };
  const isMapping = table === 'field-mapping';
  const edited = editableColumns(columns).filter(([, { fixed }]) => !fixed);
  const fields = edited.filter(([name]) => !isMapping || name === 'position' || name === 'active');
  const { direction = '' } = saved;
  const mapped = isDirection(direction) ? mapDirections[direction] : null;
  return (
    <form key={formDraft.key} action={submit} onInput={formDraft.save} noValidate>
      <RefusalBanner refused={onTop(refused, columns)} />
      <input type="hidden" name="table" value={table} />
      {row && <input type="hidden" name="id" value={row.id} />}
      {editableColumns(columns).map(
        ([name, { fixed }]) => fixed && <input key={name} type="hidden" name={name} value={saved[name]} />,
      )}
      <FieldGrid>
        {isMapping && mapped && (
          <MappingFields direction={mapped} startOf={(name) => shownIn(name, 'text')} errors={errors} />
        )}
        {fields.map(([name, column]) =>
          column.type === 'conditions' ? (
            <ConditionFields
              key={name}
              name={name}
              label={column.label}
              fields={mapped?.conditionFields ?? {}}
              saved={saved[name] ?? ''}
              startOf={typedOr}
              error={errors[name]}
            />
          ) : (
            <ColumnControl
              key={name}
              name={name}
              column={column}
              rowId={row?.id}
              value={shownIn(name, column.type)}
              shown={row?.labels[name] ?? ''}
              error={errors[name]}
            />
          ),
        )}
      </FieldGrid>
      <DialogActions>
        <DialogCancel onCancel={formDraft.discard} />
        <SubmitButton>Save</SubmitButton>
      </DialogActions>
    </form>
  );
}
