'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { toast } from '#components/ui/toast.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import { assignManyAction } from '#lib/task/list/actions.ts';
import type { Bulk } from '#lib/task/list/assign-many.ts';
import { BulkBar, type BulkTarget } from './bulk-bar.tsx';

type Selected = { number: string; version: number };

const boxes = (list: HTMLElement) => [...list.querySelectorAll<HTMLInputElement>('[data-select]')];

function selectedIn(list: HTMLElement): Selected[] {
  return boxes(list)
    .filter((box) => box.checked)
    .map(({ dataset }) => ({ number: dataset.select ?? '', version: Number(dataset.version) }));
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
  const [selected, setSelected] = useState<Selected[]>([]);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Bulk['refused']>([]);

  // The rows may be others, or in another version, with every answer of the server: what is selected, their boxes say.
  useEffect(() => {
    const now = list.current ? selectedIn(list.current) : [];
    setSelected((before) => (areSame(before, now) ? before : now));
  });

  function choose(event: React.FormEvent<HTMLFormElement>) {
    const all = event.currentTarget.querySelector<HTMLInputElement>('[data-select-all]');
    if (event.target === all) for (const box of boxes(event.currentTarget)) box.checked = all?.checked ?? false;
    const now = selectedIn(event.currentTarget);
    if (all) {
      all.checked = now.length > 0 && now.length === boxes(event.currentTarget).length;
      all.indeterminate = now.length > 0 && !all.checked;
    }
    setSelected(now);
  }

  function clear() {
    // Not the form's reset: React would not notice, and miss the next click.
    if (list.current) for (const box of boxes(list.current)) box.checked = false;
    const all = list.current?.querySelector<HTMLInputElement>('[data-select-all]');
    if (all) Object.assign(all, { checked: false, indeterminate: false });
    setSelected([]);
  }

  async function assign(to: BulkTarget) {
    setBusy(true);
    const result = await assignManyAction({ kind, records: selected, to });
    setBusy(false);
    if (!result.ok) {
      toast({ tone: 'error', text: result.message, ...(result.rule ? { rule: result.rule } : {}) });
      return;
    }
    setRefused(result.data?.refused ?? []);
    toast({ text: result.message ?? '' });
    clear();
  }

  return (
    <form ref={list} onChange={choose} onSubmit={(event) => event.preventDefault()}>
      {refused.length > 0 && (
        <Banner tone="error" rule={refused[0]?.rule} title="Some were left as they are." className="mb-2">
          <ul>
            {refused.map(({ number, because }) => (
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
          busy={busy}
          onAssign={canAssign ? assign : null}
          exportHref={exportHref && `${exportHref}?numbers=${selected.map(({ number }) => number).join(',')}`}
          onClear={clear}
        />
      )}
    </form>
  );
}
