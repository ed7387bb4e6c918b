'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { usePageActions } from '#components/shell/page-actions.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { MayDoToMany } from './bulk-bar.tsx';
import { BulkOutcome } from './bulk-outcome.tsx';
import { type RangeStart, selectRange } from './select-range.ts';
import { type Selected, useBulk } from './use-bulk.ts';

// It comes with the first row that is selected.
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
  may: MayDoToMany;
  exportHref: string | null;
  children: ReactNode;
}

/** Knows which rows of the table in it are selected, and does something to all of them. */
export function SelectableList({ kind, may, exportHref, children }: SelectableListProps) {
  const list = useRef<HTMLFormElement>(null);
  const range = useRef<RangeStart | null>(null);
  const [selected, setSelected] = useState<Selected[]>([]);
  const bulk = useBulk(kind, clear);

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
