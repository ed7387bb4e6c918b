import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { ButtonLink } from './button-link.tsx';

interface FilterFormProps {
  /** The page, whose address holds the filter. */
  path: string;
  filter: Readonly<Record<string, unknown>>;
  /** The columns on a wide screen. */
  className: string;
  children: ReactNode;
}

/** A form that filters a page, with *Show all* once a filter is set. */
export function FilterForm({ path, filter, className, children }: FilterFormProps) {
  return (
    <form
      // *Show all* resets the controls.
      key={JSON.stringify(filter)}
      action={path}
      className={clsx('grid items-end gap-3 pb-4 sm:grid-cols-2', className)}
    >
      {children}
      <div className="flex gap-2">
        <Button type="submit">Filter</Button>
        {Object.values(filter).some(Boolean) && (
          <ButtonLink href={path} variant="quiet">
            Show all
          </ButtonLink>
        )}
      </div>
    </form>
  );
}
