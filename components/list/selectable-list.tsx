'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { usePageActions } from '#components/shell/page-actions.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import { BulkBar, type BulkTarget } from './bulk-bar.tsx';
import { BulkOutcome } from './bulk-outcome.tsx';
import { type RangeStart, selectRange } from './select-range.ts';
import { type Selected, useBulkAssign } from './use-bulk-assign.ts';

const boxes = (list: HTMLElement) => [...list.querySelectorAll<HTMLInputElement>('[data-select]')];

function selectedIn(list: HTMLElement): Selected[] {
  return boxes(list)
    .filter((box) => box.checked)
    .map(({ dataset }) => ({ number: dataset.select ?? '', version: Number(dataset.version) }));
}

/** *Select all on this page* says what the rows' boxes say. */
function followBoxes(list: HTMLElement) {
  const all = list.querySelector<HTMLInputElement>('[data-select-all]');
  if (!all) return;
  const chosen = selectedIn(list).length;
  all.checked = chosen > 0 && chosen === boxes(list).length;
  all.indeterminate = chosen > 0 && !all.checked;
}

const areSame = (before: readonly Selected[], now: readonly Selected[]) =>
  JSON.stringify(before) === JSON.stringify(now);

export interface SelectableListProps {
  kind: TaskKind;
  canAssign: boolean;
  exportHref: string | null;
  children: ReactNode;
}

/** Knows which rows of the table in it are selected, and does something to all of them. */
export function SelectableList({ kind, canAssign, exportHref, children }: SelectableListProps) {
  const list = useRef<HTMLFormElement>(null);
  const range = useRef<RangeStart | null>(null);
  const [selected, setSelected] = useState<Selected[]>([]);
  const bulk = useBulkAssign(kind, clear);

  // The rows may be others, or in another version, with every answer of the server: what is selected, their boxes say.
  useEffect(() => {
    const now = list.current ? selectedIn(list.current) : [];
    if (list.current) followBoxes(list.current);
    setSelected((before) => (areSame(before, now) ? before : now));
  });

  function choose(event: React.FormEvent<HTMLFormElement>) {
    const all = event.currentTarget.querySelector<HTMLInputElement>('[data-select-all]');
    if (event.target === all) for (const box of boxes(event.currentTarget)) box.checked = all?.checked ?? false;
    range.current = selectRange(boxes(event.currentTarget), event, range.current);
    followBoxes(event.currentTarget);
    setSelected(selectedIn(event.currentTarget));
  }

  usePageActions(selected.length > 0 ? [{ label: 'Clear selection', key: 'Escape', run: clear }] : []);

  function clear() {
    // Not the form's reset: React would not notice, and miss the next click.
    if (list.current) for (const box of boxes(list.current)) box.checked = false;
    if (list.current) followBoxes(list.current);
    setSelected([]);
  }

  return (
    <form ref={list} onChange={choose} onSubmit={(event) => event.preventDefault()}>
      <BulkOutcome bulk={bulk} />
      {children}
      {selected.length > 0 && (
        <BulkBar
          count={selected.length}
          kind={kind}
          busy={bulk.pending}
          onAssign={canAssign ? (to: BulkTarget) => bulk.assign(to, selected) : null}
          exportHref={exportHref && `${exportHref}?numbers=${selected.map(({ number }) => number).join(',')}`}
          onClear={clear}
        />
      )}
    </form>
  );
}
