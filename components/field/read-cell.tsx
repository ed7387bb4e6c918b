import { ExactTime } from '#components/ui/exact-time.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { ReadField } from '#components/ui/read-field.tsx';
import type { FieldView } from '#lib/kinds/field-view.ts';
import type { FieldValue } from '#lib/record/field.ts';

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

/** A field's value for display: dates and times in the reader's zone, other records as links. */
function ReadValue({ field: { type, value, display, href } }: { field: FieldView }) {
  if (display === '') return <span className="text-ink-faint">–</span>;
  if (type === 'date-time') return <ExactTime at={String(value)} />;
  if (href) return <TextLink href={href}>{display}</TextLink>;
  return <span className="whitespace-pre-wrap">{display}</span>;
}
