import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';

export interface PageHeaderProps {
  title: string;
  /** A record's number; the heading begins with it. */
  number?: string;
  /** The status line below the heading. */
  meta?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string };
}

export function PageHeader({ title, number, meta, actions, back }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5 pb-4">
      <div className="min-w-0 flex-1 basis-80">
        {back && (
          <Link
            href={back.href}
            className="mb-1 inline-flex min-h-6 items-center gap-0.5 text-sm text-ink-muted hover:text-ink"
          >
            <Icon name="chevron-left" className="size-4" />
            {back.label}
          </Link>
        )}
        <h1 className="text-xl font-semibold tracking-tight wrap-anywhere">
          {number && <span className="record-number mr-1 font-normal text-ink-muted">{number} </span>}
          <bdi>{title}</bdi>
        </h1>
      </div>
      {meta && (
        <div className="flex basis-full flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-muted md:order-last">
          {meta}
        </div>
      )}
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
