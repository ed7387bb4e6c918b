import type { ReactNode } from 'react';
import { ButtonLink } from './button-link.tsx';
import { Icon } from './icon.tsx';

export interface PaginationProps {
  /** Where a list knows no way back but to its beginning. */
  firstHref?: string;
  previousHref?: string;
  nextHref?: string;
  /** What is shown of how much. */
  children?: ReactNode;
}

/** The way through a long list, page by page. */
export function Pagination({ firstHref, previousHref, nextHref, children }: PaginationProps) {
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-end gap-2 py-3 text-sm text-ink-muted">
      {children && <p className="mr-auto">{children}</p>}
      {firstHref && (
        <ButtonLink href={firstHref} size="s" icon={<Icon name="chevrons-left" />}>
          First page
        </ButtonLink>
      )}
      {previousHref && (
        <ButtonLink href={previousHref} rel="prev" size="s" icon={<Icon name="chevron-left" />}>
          Previous
        </ButtonLink>
      )}
      {nextHref && (
        <ButtonLink href={nextHref} rel="next" size="s">
          Next
          <Icon name="chevron-right" />
        </ButtonLink>
      )}
    </nav>
  );
}
