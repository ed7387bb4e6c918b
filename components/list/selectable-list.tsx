'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { usePageActions } from '#components/shell/page-actions.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { MayDoToMany } from './bulk-bar.tsx';
import { BulkOutcome } from './bulk-outcome.tsx';
import { type RangeStart, selectRange } from './select-range.ts';
import { type Selected, useBulk } from './use-bulk.ts';

// Loaded when the first row is selected.
const BulkBar = dynamic(() => import('./bulk-bar.tsx').then((module) => module.BulkBar), { ssr: false });

const boxes = (list: HTMLElement) => [...list.querySelectorAll<HTMLInputElement>('[data-select]')];

function selectedIn(list: HTMLElement): Selected[] {
  return boxes(list)
    .filter((box) => box.checked)
    .map(({ dataset }) => ({
      number: dataset.select ?? '',
      version: Number(dataset.version),
      ...(dataset.over ? { over: true } : {}),
      ...(dataset.readOnly ? { readOnly: true } : {}),
    }));
}

/** Keeps *Select all on this page* in step with the rows' boxes. */
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
  may: MayDoToMany;
  exportHref: string | null;
  children: ReactNode;
}

/** Tracks the selected rows of the table inside, and offers the bulk actions. */
export function SelectableList({ kind, may, exportHref, children }: SelectableListProps) {
  const list = useRef<HTMLFormElement>(null);
  const range = useRef<RangeStart | null>(null);
  const [selected, setSelected] = useState<Selected[]>([]);
  const bulk = useBulk(kind, clear);

  // Each server answer may replace rows or their versions: the boxes are the source of the selection.
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
    // Not `form.reset()`: React would not notice it, and would miss the next click.
    if (list.current) for (const box of boxes(list.current)) box.checked = false;
    if (list.current) followBoxes(list.current);
    setSelected([]);
  }

  return (
    <>
      <BulkOutcome bulk={bulk} />
      <form ref={list} onChange={choose} onSubmit={(event) => event.preventDefault()}>
        {children}
      </form>
      {selected.length > 0 && (
        <BulkBar
          kind={kind}
          selected={selected}
          may={may}
          bulk={bulk}
          exportHref={exportHref && `${exportHref}?numbers=${selected.map(({ number }) => number).join(',')}`}
          onClear={clear}
        />
      )}
    </>
  );
}
