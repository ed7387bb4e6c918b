'use client';

import { ButtonLink } from '#components/ui/button-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import type { TaskKind } from '#lib/task/kind.ts';
import { BulkAssign } from './bulk-assign.tsx';
import { BulkMore } from './bulk-more.tsx';
import { BulkPriority } from './bulk-priority.tsx';
import { BulkState } from './bulk-state.tsx';
import type { BulkRunner, Selected } from './use-bulk.ts';

/** What somebody may do to records of the kind at all; which of them it can be done to, the server says. */
export type MayDoToMany = { assign: boolean; edit: boolean; comment: boolean; note: boolean };

export interface BulkPartProps {
  kind: TaskKind;
  selected: readonly Selected[];
  bulk: BulkRunner;
}

interface BulkBarProps extends BulkPartProps {
  may: MayDoToMany;
  exportHref: string | null;
  onClear: () => void;
}

/** What can be done to the selected rows. It stands above the page's foot, so that no row moves when it comes. */
export function BulkBar({ may, exportHref, onClear, ...part }: BulkBarProps) {
  return (
    <section
      aria-label="Selection"
      className="sticky bottom-3 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-md border bg-raised py-1.5 pr-1.5 pl-3 shadow-float"
    >
      <p role="status" className="font-medium">
        {part.selected.length} selected
      </p>
      {may.assign && <BulkAssign {...part} />}
      {may.edit && <BulkPriority {...part} />}
      {may.edit && <BulkState {...part} />}
      <BulkMore {...part} may={may} />
      {exportHref && (
        <ButtonLink href={exportHref} download size="s" icon={<Icon name="download" />}>
          Export CSV
        </ButtonLink>
      )}
      <IconButton label="Clear selection" size="s" onClick={onClear}>
        <Icon name="x" />
      </IconButton>
    </section>
  );
}
