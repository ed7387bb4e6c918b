import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';

interface SelectionProps {
  count: number;
  /** What else is said of them. */
  note?: ReactNode;
  onClear: () => void;
  /** What can be done about them. */
  children?: ReactNode;
}

/** How many rows are selected, and what can be done about them. It stands above the page's foot, so that no row moves when it comes. */
export function Selection({ count, note, onClear, children }: SelectionProps) {
  return (
    <section
      aria-label="Selection"
      className="sticky bottom-3 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-md border bg-raised py-1.5 pr-1.5 pl-3 shadow-float"
    >
      <p role="status">
        <span className="font-medium">{count.toLocaleString('en')} selected</span>
        {note && <span className="text-ink-muted"> · {note}</span>}
      </p>
      {children}
      <IconButton label="Clear selection" size="s" onClick={onClear}>
        <Icon name="x" />
      </IconButton>
    </section>
  );
}
