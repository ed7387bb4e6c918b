import { clsx } from 'clsx';
import { Link } from '#components/ui/link.tsx';
import { type CustomerList, customerLists } from '#lib/customer/lists.ts';

/** Tabs between the lists of customers that the user may see. */
export function CustomerTabs({ lists, current }: { lists: readonly CustomerList[]; current: CustomerList }) {
  return (
    <nav aria-label="Customers" className="flex flex-wrap gap-0.5 border-b pb-1">
      {lists.map((list) => (
        <Link
          key={list}
          href={`/workspace/customers/${list}`}
          aria-current={list === current ? 'page' : undefined}
          className={clsx(
            'inline-flex h-7 items-center rounded-md px-2 text-sm font-medium pointer-coarse:h-9',
            list === current ? 'bg-accent-soft text-accent-ink' : 'text-ink-muted hover:bg-sunken hover:text-ink',
          )}
        >
          {customerLists[list].label}
        </Link>
      ))}
    </nav>
  );
}
