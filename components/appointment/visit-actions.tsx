'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Button } from '#components/ui/button.tsx';

// Dialogs load when they are opened.
const VisitDialog = dynamic(() => import('./visit-dialog.tsx').then((module) => module.VisitDialog), { ssr: false });
const CancelVisitDialog = dynamic(
  () => import('./cancel-visit-dialog.tsx').then((module) => module.CancelVisitDialog),
  {
    ssr: false,
  },
);

interface VisitActionsProps {
  number: string;
  /** The appointment's sequence; null: the task has none. */
  sequence: number | null;
}

/** WO-6, WO-13 · Books, moves or cancels the visit of a task. */
export function VisitActions({ number, sequence }: VisitActionsProps) {
  const [open, setOpen] = useState<'arrange' | 'cancel' | null>(null);
  // REC-3: the state when the dialog was opened, whatever the page behind it shows since then.
  const [seen, setSeen] = useState(sequence);
  const show = (which: 'arrange' | 'cancel') => () => {
    setSeen(sequence);
    setOpen(which);
  };
  const actions = [
    { label: sequence === null ? 'Book a visit' : 'Move appointment', run: show('arrange') },
    ...(sequence === null ? [] : [{ label: 'Cancel appointment', run: show('cancel') }]),
  ];
  usePageActions(actions);
  const close = () => setOpen(null);
  return (
    <>
      {actions.map(({ label, run }) => (
        <Button key={label} className="max-md:hidden" variant="quiet" onClick={run}>
          {label}
        </Button>
      ))}
      {open === 'arrange' && <VisitDialog number={number} sequence={seen} onClose={close} />}
      {open === 'cancel' && seen !== null && <CancelVisitDialog number={number} sequence={seen} onClose={close} />}
    </>
  );
}
