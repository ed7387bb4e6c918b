import { Link } from './link.tsx';

export interface TabLink {
  href: string;
  label: string;
  current: boolean;
}

/** Tabs for several lists, each with its own address. */
export function TabLinks({ label, links }: { label: string; links: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="mb-4 flex gap-4 overflow-x-auto max-sm:gap-2 border-b px-1">
      {links.map(({ href, label: name, current }) => (
        <Link
          key={href}
          href={href}
          aria-current={current ? 'page' : undefined}
          className="-mb-px flex h-9 shrink-0 items-center border-b-2 border-transparent px-1 font-medium text-ink-muted hover:text-ink focus-visible:-outline-offset-2 aria-[current]:border-accent aria-[current]:text-ink"
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
