'use client';

import { ButtonLink } from '#components/ui/button-link.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Selection } from '#components/ui/selection.tsx';
import type { TaskKind } from '#lib/record/kind.ts';
import { BulkAssign } from './bulk-assign.tsx';
import { BulkMore } from './bulk-more.tsx';
import { BulkPriority } from './bulk-priority.tsx';
import { BulkState } from './bulk-state.tsx';
import { useAskFirst } from './use-ask-first.tsx';
import type { BulkRunner, Selected } from './use-bulk.ts';

/** The bulk actions that the user may perform on this kind; the server decides for each record. */
export type MayDoToMany = { assign: boolean; take: boolean; edit: boolean; comment: boolean; note: boolean };

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

/** The actions for the selected rows. */
export function BulkBar({ may, exportHref, onClear, kind, selected, bulk }: BulkBarProps) {
  const { ask, choice, dialog } = useAskFirst();
  const run: BulkRunner['run'] = (todo, records) => {
    const { considers } = todo;
    if (!considers) return bulk.run(todo, records);
    const considered = { what: 'many' as const, each: records.map(considers) };
    ask({ considered, verb: todo.label, run: () => bulk.run(todo, records) });
  };
  const part = { kind, selected, bulk: { ...bulk, run } };
  return (
    <Selection count={selected.length} onClear={onClear}>
      {may.assign && <BulkAssign {...part} mayTake={may.take} />}
      {may.edit && <BulkPriority {...part} />}
      {may.edit && <BulkState {...part} />}
      <BulkMore {...part} may={may} />
      {(may.edit || may.assign || may.comment || may.note) && choice}
      {exportHref && (
        <ButtonLink href={exportHref} download size="s" icon={<Icon name="download" />}>
          Export CSV
        </ButtonLink>
      )}
      {dialog}
    </Selection>
  );
}
