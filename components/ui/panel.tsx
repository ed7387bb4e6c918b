import { clsx } from 'clsx';
import { type ReactNode, useId } from 'react';

export interface PanelProps {
  title: string;
  count?: number;
  action?: ReactNode;
  titleHidden?: boolean;
  /** Without padding, for tables and lists that have their own. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
}

/** A section of a page: a landmark named by its heading. */
export function Panel({ title, count, action, titleHidden, flush, className, children }: PanelProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={clsx('panel', className)}>
      <div className={clsx('panel-head', titleHidden && 'sr-only')}>
        <h2 id={titleId}>{title}</h2>
        {count !== undefined && <span className="text-sm text-ink-faint">{count.toLocaleString('en')}</span>}
        {action && <div>{action}</div>}
      </div>
      <div className={flush ? undefined : 'p-4'}>{children}</div>
    </section>
  );
}
