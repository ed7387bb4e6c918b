import { clsx } from 'clsx';
import type { ReactNode } from 'react';

export interface Fact {
  term: string;
  detail: ReactNode;
  /** Shown on wide screens only. */
  wide?: boolean;
}

interface FactsProps {
  items: readonly Fact[];
  inline?: boolean;
  /** On narrow screens, hides the names visually. */
  terse?: boolean;
  className?: string;
}

/** Names and their values: one per line, or `inline` as a status line. */
export function Facts({ items, inline, terse, className }: FactsProps) {
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
          <dt className={clsx('text-ink-faint', terse && 'max-md:sr-only')}>{term}</dt>
          <dd className="min-w-0 wrap-anywhere text-ink">{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
