'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';

const dialogs = {
  open: dynamic(() => import('./open-case-dialog.tsx').then((module) => module.OpenCaseDialog), { ssr: false }),
  file: dynamic(() => import('./file-mail-dialog.tsx').then((module) => module.FileMailDialog), { ssr: false }),
  discard: dynamic(() => import('./discard-mail-dialog.tsx').then((module) => module.DiscardMailDialog), {
    ssr: false,
  }),
  move: dynamic(() => import('./move-mail-dialog.tsx').then((module) => module.MoveMailDialog), { ssr: false }),
  return: dynamic(() => import('./return-mail-dialog.tsx').then((module) => module.ReturnMailDialog), { ssr: false }),
};

type Step = keyof typeof dialogs;

const steps = {
  review: [
    ['open', 'Open case', 'primary'],
    ['file', 'File to case', 'secondary'],
    ['discard', 'Discard', 'quiet'],
  ],
  move: [['move', 'Move to another case', 'secondary']],
  return: [['return', 'Back to review', 'secondary']],
} as const satisfies Readonly<Record<string, readonly (readonly [Step, string, 'primary' | 'secondary' | 'quiet'])[]>>;

export interface ReviewProps {
  id: string;
  /** What can be done with it now. */
  can: keyof typeof steps;
  /** Who sent it, if that is a customer whom we know. */
  customer: string | null;
  /** The case that it seems to answer, if it can be filed there. */
  number: string | null;
  /** The case in which it stands. */
  filedTo: string | null;
  /** ACC-14 · An unknown sender, and what the actor may add them as. */
  stranger: { name: string; email: string; kinds: readonly ('contact' | 'consumer')[] } | null;
}

export type ReviewDialogProps = ReviewProps & { onClose: () => void };

/** MAIL-5 · What can be done with an email now. An open dialog stays, whoever is quicker. */
export function ReviewActions(props: ReviewProps) {
  const [chosen, setChosen] = useState<Step | null>(null);
  const Chosen = chosen && dialogs[chosen];
  return (
    <>
      {steps[props.can].map(([step, label, variant]) => (
        <Button key={step} variant={variant} onClick={() => setChosen(step)}>
          {label}
        </Button>
      ))}
      {Chosen && <Chosen {...props} onClose={() => setChosen(null)} />}
    </>
  );
}
