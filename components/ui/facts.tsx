import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export interface Fact {
  term: string;
  detail: ReactNode;
  /** Only where there is room. */
  wide?: boolean;
}

/** Names and their values: below each other, or `inline` as a status line. */
export function Facts({ items, inline, className }: { items: readonly Fact[]; inline?: boolean; className?: string }) {
  return (
    <dl
      className={clsx(
        inline ? 'flex flex-wrap items-center gap-x-4 gap-y-1' : 'grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5',
        'text-sm',
        className,
      )}
    >
      {items.map(({ term, detail, wide }) => (
        <div
          key={term}
          className={clsx(inline ? 'flex min-w-0 items-center gap-1.5' : 'contents', wide && 'max-md:hidden')}
        >
          <dt className={clsx('text-ink-faint', inline && 'max-md:sr-only')}>{term}</dt>
          <dd className="min-w-0 wrap-anywhere text-ink">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
