import { Icon } from './icon.tsx';
import { Link } from './link.tsx';

/** An active filter, with the link that clears it. */
export function Chip({ label, value, removeHref }: { label: string; value: string; removeHref: string }) {
  return (
    <span className="inline-flex h-7 max-w-full items-center rounded-md border border-line-button bg-surface pl-2 text-sm">
      <span className="truncate">
        <span className="text-ink-muted">{label}:</span> {value}
      </span>
      <Link
        href={removeHref}
        aria-label={`Remove filter ${label}`}
        className="ml-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded-md text-ink-muted hover:bg-sunken hover:text-ink"
      >
        <Icon name="x" className="size-3.5" />
      </Link>
    </span>
  );
}
