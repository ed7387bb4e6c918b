import type { ReactNode } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { ImpactRow } from '#lib/impact/queries/impact-page.ts';
import { amount } from '#lib/platform/money.ts';

interface ImpactSelectionProps {
  selected: readonly ImpactRow[];
  onClear: () => void;
  /** What can be done about them. */
  children?: ReactNode;
}

/** What the selected customers are worth together, and what can be done about them. */
export function ImpactSelection({ selected, onClear, children }: ImpactSelectionProps) {
  const cents = selected.reduce((sum, { contractCents }) => sum + contractCents, 0);
  return (
    <section
      aria-label="Selection"
      className="sticky bottom-3 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-md border bg-raised py-1.5 pr-1.5 pl-3 shadow-float"
    >
      <p role="status">
        <span className="font-medium">{selected.length} selected</span>
        {cents > 0 && <span className="text-ink-muted"> · contract value {amount(cents)}</span>}
      </p>
      {children}
      <IconButton label="Clear selection" size="s" onClick={onClear}>
        <Icon name="x" />
      </IconButton>
    </section>
  );
}
