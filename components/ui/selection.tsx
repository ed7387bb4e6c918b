import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';

interface SelectionProps {
  count: number;
  /** A further note on the selected rows. */
  note?: ReactNode;
  onClear: () => void;
  /** The actions for the selected rows. */
  children?: ReactNode;
}

/** The number of selected rows with their actions. Fixed above the page's foot, so that no row moves when it appears. */
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
