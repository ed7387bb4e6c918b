import type { ReactNode } from 'react';
import { ButtonLink } from './button-link.tsx';
import { Icon } from './icon.tsx';

export interface PaginationProps {
  /** For lists that can only go back to their start. */
  firstHref?: string;
  previousHref?: string;
  nextHref?: string;
  /** The shown range and the total. */
  children?: ReactNode;
}

/** Links to the pages of a long list. */
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
