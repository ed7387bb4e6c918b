import { ExactTime } from '#components/ui/exact-time.tsx';
import { TextLink } from '#components/ui/link.tsx';
import type { FieldView } from '#lib/kinds/field-view.ts';

/** A field's value for display: dates and times in the reader's zone, other records as links. */
export function ReadValue({ field: { type, value, display, href } }: { field: FieldView }) {
  if (display === '') return <span className="text-ink-faint">–</span>;
  if (type === 'date-time') return <ExactTime at={String(value)} />;
  if (href) return <TextLink href={href}>{display}</TextLink>;
  return <span className="whitespace-pre-wrap">{display}</span>;
}
