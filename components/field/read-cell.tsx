import { ReadField } from '#components/ui/read-field.tsx';
import type { FieldView } from '#lib/kinds/field-view.ts';
import type { FieldValue } from '#lib/record/field.ts';
import { ReadValue } from './read-value.tsx';

interface ReadCellProps {
  field: FieldView;
  /** The draft from when the field was still editable. */
  typed: { value: FieldValue; display: string } | null;
  className?: string | undefined;
}

/** A read-only field: its value and the reason. An existing draft stays readable, so that it can be copied. */
export function ReadCell({ field, typed, className }: ReadCellProps) {
  const { label, because } = field;
  return (
    <ReadField label={label} className={className}>
      <span className="min-w-0">
        <ReadValue field={field} />
        {because && <span className="block text-sm text-ink-faint">{because}</span>}
        {typed && (
          <span className="mt-1 block rounded-md border border-dashed px-2 py-1">
            <span className="block text-sm text-ink-muted">What you typed was not saved:</span>
            <ReadValue field={{ ...field, ...typed, href: undefined }} />
          </span>
        )}
      </span>
    </ReadField>
  );
}
