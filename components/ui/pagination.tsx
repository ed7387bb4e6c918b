import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from './button-link.tsx';

export interface PaginationProps {
  previousHref?: string;
  nextHref?: string;
  /** What is shown of how much. */
  children?: ReactNode;
}

/** The way through a long list, page by page. */
export function Pagination({ previousHref, nextHref, children }: PaginationProps) {
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-end gap-2 py-3 text-sm text-ink-muted">
      {children && <p className="mr-auto">{children}</p>}
      {previousHref && (
        <ButtonLink href={previousHref} size="s" icon={<ChevronLeft aria-hidden />}>
          Previous
        </ButtonLink>
      )}
      {nextHref && (
        <ButtonLink href={nextHref} size="s">
          Next
          <ChevronRight aria-hidden />
        </ButtonLink>
      )}
    </nav>
  );
}
