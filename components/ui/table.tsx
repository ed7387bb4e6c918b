import { clsx } from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';

/** A table of records. Its header stays in sight; where it is too wide it scrolls sideways, on wide screens it never does. */
export function Table({ caption, className, children }: { caption: string; className?: string; children: ReactNode }) {
  return (
    <div className={clsx('relative max-lg:overflow-x-auto max-lg:[--sticky-top:0px]', className)}>
      <table className="w-full border-separate border-spacing-0 text-sm">
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
  const Arrow = sort?.direction === 'descending' ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sort?.direction}
      className={clsx(
        'sticky top-(--sticky-top,0px) z-10 h-8 border-b bg-surface px-2 font-medium whitespace-nowrap text-ink-muted',
        numeric ? 'text-right' : 'text-left',
        className,
      )}
      {...props}
    >
      {sort ? (
        <Link href={sort.href} scroll={false} className="group inline-flex items-center gap-1 hover:text-ink">
          {children}
          <Arrow
            aria-hidden
            className={clsx('size-3.5', sort.direction === 'none' && 'opacity-0 group-hover:opacity-60')}
          />
        </Link>
      ) : (
        children
      )}
    </th>
  );
}

export function Tr({ selected, className, ...props }: ComponentProps<'tr'> & { selected?: boolean }) {
  return (
    <tr
      data-selected={selected || undefined}
      className={clsx(
        'hover:bg-sunken has-[[data-row-link]:focus-visible]:bg-sunken',
        selected && 'bg-accent-soft',
        className,
      )}
      {...props}
    />
  );
}

export function Td({ numeric, className, ...props }: ComponentProps<'td'> & { numeric?: boolean }) {
  return <td className={clsx('h-9 border-b px-2 py-1', numeric && 'text-right', className)} {...props} />;
}
