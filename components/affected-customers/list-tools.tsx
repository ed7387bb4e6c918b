'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { RefusalToast } from '#components/actions/refusal-toast.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { refreshRecipientsAction } from '#lib/affected-customers/actions.ts';
import type { RecipientsListProps } from './recipients-list.ts';

const dialogs = {
  condition: dynamic(() => import('./condition-dialog.tsx').then((module) => module.ConditionDialog), { ssr: false }),
  file: dynamic(() => import('./file-dialog.tsx').then((module) => module.FileDialog), { ssr: false }),
  add: dynamic(() => import('./add-dialog.tsx').then((module) => module.AddDialog), { ssr: false }),
  clear: dynamic(() => import('./clear-dialog.tsx').then((module) => module.ClearDialog), { ssr: false }),
  create: dynamic(() => import('./create-dialog.tsx').then((module) => module.CreateDialog), { ssr: false }),
};

export interface ListDialogProps {
  list: RecipientsListProps;
  onClose: () => void;
}

/** MAJ-5 · The buttons that fill a list and create child cases from it. */
export function ListTools({ list, busy }: { list: RecipientsListProps; busy: boolean }) {
  const { number, of, fixed, condition } = list;
  const { all, waiting } = list.counts;
  const [open, setOpen] = useState<keyof typeof dialogs | null>(null);
  const refresh = useAction(refreshRecipientsAction);
  const Opened = open && dialogs[open];
  return (
    <>
      <RefusalToast refused={refresh.refused} />
      <Button onClick={() => setOpen('condition')}>{condition ? 'Change condition' : 'Add by condition'}</Button>
      <Button onClick={() => setOpen('file')}>Upload CSV</Button>
      <Button onClick={() => setOpen('add')}>Add by hand</Button>
      {condition && (
        <Button aria-busy={refresh.pending || undefined} onClick={() => refresh.run({ number, of })}>
          Refresh list
        </Button>
      )}
      {all > 0 && !fixed && <Button onClick={() => setOpen('clear')}>Clear list</Button>}
      {waiting > 0 && !busy && (
        <Button variant="primary" onClick={() => setOpen('create')}>
          Create Child Cases
        </Button>
      )}
      {Opened && <Opened list={list} onClose={() => setOpen(null)} />}
    </>
  );
}
