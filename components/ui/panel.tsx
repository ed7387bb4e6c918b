import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';

export interface PanelProps {
  title: string;
  count?: number;
  action?: ReactNode;
  titleHidden?: boolean;
  /** Without inner space, for tables and lists that bring their own. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

/** A part of a page: a landmark named by its heading. */
export function Panel({ title, count, action, titleHidden, flush, className, children }: PanelProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={clsx('min-w-0 rounded-md border bg-surface', className)}>
      <div
        className={clsx('flex min-h-10 flex-wrap items-center gap-x-2 border-b px-4 py-1.5', titleHidden && 'sr-only')}
      >
        <h2 id={titleId} className="font-semibold">
          {title}
        </h2>
        {count !== undefined && <span className="text-sm text-ink-faint">{count}</span>}
        {action && <div className="ml-auto flex flex-wrap items-center justify-end gap-x-2">{action}</div>}
      </div>
      <div className={clsx(!flush && 'p-4')}>{children}</div>
    </section>
  );
}
