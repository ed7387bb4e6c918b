import { ReadField } from '#components/ui/read-field.tsx';
import type { FieldView } from '#lib/kinds/field-view.ts';
import type { FieldValue } from '#lib/record/field.ts';
import { ReadValue } from './read-value.tsx';

interface ReadCellProps {
  field: FieldView;
  /** What one had typed into it while it could still be changed. */
  typed: { value: FieldValue; display: string } | null;
  className?: string | undefined;
}

/** A field that cannot be changed: its value and why; words that were typed before stay to be read and copied. */
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
