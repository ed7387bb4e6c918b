'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';

const dialogs = {
  open: dynamic(() => import('./open-case-dialog.tsx').then((module) => module.OpenCaseDialog), { ssr: false }),
  file: dynamic(() => import('./file-mail-dialog.tsx').then((module) => module.FileMailDialog), { ssr: false }),
  discard: dynamic(() => import('./confirm-mail-dialogs.tsx').then((module) => module.DiscardMailDialog), {
    ssr: false,
  }),
  move: dynamic(() => import('./move-mail-dialog.tsx').then((module) => module.MoveMailDialog), { ssr: false }),
  return: dynamic(() => import('./confirm-mail-dialogs.tsx').then((module) => module.ReturnMailDialog), { ssr: false }),
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
  /** The actions available now. */
  can: keyof typeof steps;
  /** The sender, if that is a known customer. */
  customer: string | null;
  /** The case that it probably answers, if it can be filed there. */
  number: string | null;
  /** The case it was filed to. */
  filedTo: string | null;
  /** ACC-14 · An unknown sender, and the customer kinds that the actor may add. */
  unknownSender: { name: string; email: string; kinds: readonly ('contact' | 'consumer')[] } | null;
}

export type ReviewDialogProps = ReviewProps & { onClose: () => void };

/** MAIL-5 · The actions for an email now. An open dialog stays even if someone else is faster. */
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
