'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Banner } from '#components/ui/banner.tsx';
import type { TaskKind } from '#lib/task/kind.ts';
import { assignManyAction } from '#lib/task/list/actions.ts';
import type { Bulk } from '#lib/task/list/assign-many.ts';
import { BulkBar, type BulkTarget } from './bulk-bar.tsx';
import { type RangeStart, selectRange } from './select-range.ts';

type Selected = { number: string; version: number };

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
  const [notUpdated, setNotUpdated] = useState<Bulk['refused']>([]);
  const { run, pending, refused } = useAction(assignManyAction, {
    onDone: (data) => {
      setNotUpdated(data?.refused ?? []);
      clear();
    },
  });

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
      <RefusalToast refused={refused} />
      {notUpdated.length > 0 && (
        <Banner tone="error" rule={notUpdated[0]?.rule} title="Some records were not updated." className="mb-2">
          <ul>
            {notUpdated.map(({ number, because }) => (
              <li key={number}>
                {number}: {because}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {children}
      {selected.length > 0 && (
        <BulkBar
          count={selected.length}
          busy={pending}
          onAssign={canAssign ? (to: BulkTarget) => run({ kind, records: selected, to }) : null}
          exportHref={exportHref && `${exportHref}?numbers=${selected.map(({ number }) => number).join(',')}`}
          onClear={clear}
        />
      )}
    </form>
  );
}
