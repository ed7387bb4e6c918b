import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';

interface CaseSelectionProps {
  count: number;
  onClear: () => void;
  /** What can be done about them. */
  children: ReactNode;
}

/** How many cases of the page are selected, and what can be done about them. */
export function CaseSelection({ count, onClear, children }: CaseSelectionProps) {
  return (
    <section
      aria-label="Selection"
      className="sticky bottom-3 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-md border bg-raised py-1.5 pr-1.5 pl-3 shadow-float"
    >
      <p role="status" className="font-medium">
        {count} selected
      </p>
      {children}
      <IconButton label="Clear selection" size="s" onClick={onClear}>
        <Icon name="x" />
      </IconButton>
    </section>
  );
}
