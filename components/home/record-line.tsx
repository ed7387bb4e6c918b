import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { pathOfNumber } from '#lib/record/kind.ts';

interface RecordLineProps {
  number: string;
  title: string;
  at: Date;
  /** Further details, below the title. */
  children: ReactNode;
}

/** A record in a list on the home page. */
export function RecordLine({ number, title, at, children }: RecordLineProps) {
  return (
    <li className="border-b px-4 py-2 last:border-b-0 hover:bg-sunken">
      <div className="flex items-baseline gap-x-2 max-md:flex-wrap">
        <Link
          href={pathOfNumber(number)}
          data-row-link
          className="record-number shrink-0 text-sm text-accent-ink underline-offset-2 hover:underline"
        >
          {number}
        </Link>
        <span
          title={title}
          className="min-w-0 max-md:order-last max-md:line-clamp-2 max-md:basis-full md:flex-1 md:truncate"
        >
          {title}
        </span>
        <RelativeTime at={at} className="shrink-0 text-sm text-ink-faint max-md:ml-auto" />
      </div>
      <div className="mt-0.5 flex flex-wrap items-center gap-x-3 text-sm text-ink-muted">{children}</div>
    </li>
  );
}
