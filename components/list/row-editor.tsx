'use client';

import dynamic from 'next/dynamic';
import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Icon } from '#components/ui/icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import type { TaskKind } from '#lib/record/kind.ts';
import { type RowField, rowFields } from './row-fields.ts';

// Loaded when it is opened.
const RowEditForm = dynamic(() => import('./row-edit-form.tsx').then((module) => module.RowEditForm), { ssr: false });

/** The cell that has the button beside it, and its position in the list. */
type Place = { number: string; cell: string; fields: readonly RowField[]; label: string; top: number; left: number };

function placeOf(list: HTMLElement, cell: Element | null | undefined): Place | null {
  const field = rowFields.find(({ cell: name }) => cell?.classList.contains(name));
  const number = cell?.closest('tr')?.querySelector('[data-row-link]')?.textContent;
  if (!cell || !field || !number) return null;
  const [around, box] = [list.getBoundingClientRect(), cell.getBoundingClientRect()];
  const left = Math.min(box.right - around.left, list.clientWidth) - 26;
  const top = box.top - around.top + (box.height - 24) / 2;
  return { number, cell: field.cell, fields: [field.name], label: `Edit ${field.label} of ${number}`, top, left };
}

const rowOf = (list: HTMLElement, number: string) =>
  [...list.querySelectorAll('tr')].find((row) => row.querySelector('[data-row-link]')?.textContent === number);

const isSame = (one: Place | null, other: Place | null) =>
  one?.number === other?.number && one?.cell === other?.cell && one?.top === other?.top;

/**
 * Edits priority, assignee and state of a record from its row. The whole list shares one button that moves to the cell under
 * the pointer, so that fifty rows need none; a key opens it for the focused row.
 */
export function RowEditor({ kind, mayEdit, children }: { kind: TaskKind; mayEdit: boolean; children: ReactNode }) {
  return mayEdit ? <EditableRows kind={kind}>{children}</EditableRows> : children;
}

function EditableRows({ kind, children }: { kind: TaskKind; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [open, setOpen] = useState(false);

  function follow({ target, pointerType }: PointerEvent) {
    if (open || pointerType !== 'mouse' || !list.current || !(target instanceof Element)) return;
    if (target.closest('[data-row-edit]')) return;
    const next = placeOf(list.current, target.closest('td'));
    if (!isSame(next, place)) setPlace(next);
  }

  function editRow() {
    const row = document.activeElement?.closest('tr');
    const cell = row?.querySelector('.cell-state, .cell-priority, .cell-assignee');
    const next = list.current && placeOf(list.current, cell);
    if (!next) return;
    const fields = rowFields.filter((each) => row?.querySelector(`.${each.cell}`)).map(({ name }) => name);
    setPlace({ ...next, fields, label: `Edit ${next.number}` });
    setOpen(true);
  }

  // Each server answer may replace the rows: the button must not stay where its row no longer is.
  useEffect(() => {
    if (open || !place || !list.current) return;
    const row = rowOf(list.current, place.number);
    if (!row || !isSame(placeOf(list.current, row.querySelector(`.${place.cell}`)), place)) setPlace(null);
  });

  usePageActions([{ label: 'Edit row', key: 'e', run: editRow }]);

  return (
    <div
      ref={list}
      className="relative [&_.cell-assignee:hover]:pr-8"
      onPointerOver={follow}
      onPointerLeave={() => !open && setPlace(null)}
    >
      {children}
      {place && (
        <div data-row-edit className="absolute z-10" style={{ top: place.top, left: place.left }}>
          <Popover
            label={place.label}
            align="end"
            open={open}
            onOpenChange={setOpen}
            trigger={
              <IconButton label={place.label} size="s" className="border bg-surface">
                <Icon name="pencil" />
              </IconButton>
            }
          >
            {open && (
              <RowEditForm kind={kind} number={place.number} fields={place.fields} onDone={() => setOpen(false)} />
            )}
          </Popover>
        </div>
      )}
    </div>
  );
}
