import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';

interface RowHeadProps {
  href: string;
  title: string;
  badge: ReactNode;
  /** The whole row opens the page. */
  coversRow?: boolean;
}

/** The first line of a row in a list: its title as a link, and its progress. */
export function RowHead({ href, title, badge, coversRow = false }: RowHeadProps) {
  return (
    <div className="flex items-start gap-x-3 gap-y-1 max-[22rem]:flex-wrap">
      <Link
        href={href}
        className={clsx(
          'min-w-0 flex-1 font-medium max-[22rem]:basis-48 wrap-anywhere',
          coversRow && 'after:absolute after:inset-0',
        )}
      >
        {title}
      </Link>
      {badge}
    </div>
  );
}
