import { clsx } from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';

interface TableProps {
  caption: string;
  /** On a phone the cells of a row are stacked, without headings; `data-label` labels a cell. */
  stacked?: boolean;
  className?: string;
  children: ReactNode;
}

/**
 * A table of records. Its header stays visible. If it is too wide it scrolls sideways, but never on wide screens. The CSS class
 * `records` styles all cells.
 */
export function Table({ caption, stacked, className, children }: TableProps) {
  return (
    <div className={clsx('relative max-lg:overflow-x-auto max-lg:[--sticky-top:0px]', className)}>
      <table className={clsx('records', stacked && 'records-stacked')}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

interface Sort {
  href: string;
  direction: 'ascending' | 'descending' | 'none';
}

export type ThProps = ComponentProps<'th'> & { sort?: Sort; numeric?: boolean };

export function Th({ sort, numeric, className, children, ...props }: ThProps) {
  return (
    <th
      scope="col"
      aria-sort={sort?.direction}
      className={clsx(numeric && 'text-right', className) || undefined}
      {...props}
    >
      {sort ? (
        <Link href={sort.href} scroll={false} className="group inline-flex items-center gap-1 hover:text-ink">
          {children}
          <Icon
            name={sort.direction === 'descending' ? 'arrow-down' : 'arrow-up'}
            className={clsx('size-3.5', sort.direction === 'none' && 'opacity-0 group-hover:opacity-60')}
          />
        </Link>
      ) : (
        children
      )}
    </th>
  );
}

export function Td({ numeric, className, ...props }: ComponentProps<'td'> & { numeric?: boolean }) {
  return <td className={clsx(numeric && 'text-right whitespace-nowrap', className) || undefined} {...props} />;
}
