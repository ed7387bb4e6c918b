'use client';

import { FieldControl } from '#components/field/field-control.tsx';
import { ofCustomer } from '#components/field/of-customer.ts';
import { priorityWith } from '#components/field/proposed-priority.ts';
import { ReadCell } from '#components/field/read-cell.tsx';
import { useRecordForm } from './record-form.tsx';

interface RecordFieldProps {
  name: string;
  required?: boolean;
  className?: string | undefined;
  /** Other fields whose drafts are dropped when this one changes. */
  takesAway?: readonly string[];
}

/** One field of the record, editable or read-only as in the page's form. */
export function RecordField({ name, required = false, className, takesAway = [] }: RecordFieldProps) {
  const { details, draft, errors } = useRecordForm();
  const field = details.fields[name];
  if (!field) return null;
  const typed = draft.names.includes(name) ? { value: draft.valueOf(name), display: draft.shownOf(name) } : null;
  if (!field.editable) return <ReadCell field={field} typed={typed} className={className} />;
  const meanwhile = draft.meanwhile(name);
  return (
    <FieldControl
      field={ofCustomer(required ? { ...field, required } : field, draft.valueOf)}
      value={draft.valueOf(name)}
      display={draft.displayOf(name)}
      error={errors[name]}
      hint={meanwhile && !errors[name] ? `Changed to “${meanwhile}” while you were editing.` : undefined}
      className={className}
      onChange={(value, display) => {
        const { fields, priorityByPair } = details;
        const priority = priorityWith(name, value, {
          priority: fields.priority,
          priorityByPair,
          current: draft.valueOf,
        });
        const follows: Record<string, string> = priority ? { priority: priority.value } : {};
        draft.type(name, value, display, { dropped: takesAway, follows });
      }}
    />
  );
}
