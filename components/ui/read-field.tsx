import type { ReactNode } from 'react';

/** The cell of a read-only field; as high as a control, or as `--value` sets. */
export function ReadField({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <dl className={className}>
      <dt className="mb-1 text-sm font-medium text-ink-muted">{label}</dt>
      <dd className="flex min-h-(--value,2rem) items-center wrap-anywhere">{children}</dd>
    </dl>
  );
}
