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
};

export interface ReviewProps {
  id: string;
  /** Who sent it, if that is a customer whom we know. */
  customer: string | null;
  /** The case that it seems to answer, if it can be filed there. */
  number: string | null;
}

export type ReviewDialogProps = ReviewProps & { onClose: () => void };

/** MAIL-5 · What can be done with an email that waits. An open dialog stays, whoever is quicker. */
export function ReviewActions(props: ReviewProps) {
  const [chosen, setChosen] = useState<keyof typeof dialogs | null>(null);
  const Chosen = chosen && dialogs[chosen];
  return (
    <>
      <Button variant="primary" onClick={() => setChosen('open')}>
        Open case
      </Button>
      <Button variant="secondary" onClick={() => setChosen('file')}>
        File to case
      </Button>
      <Button variant="quiet" onClick={() => setChosen('discard')}>
        Discard
      </Button>
      {Chosen && <Chosen {...props} onClose={() => setChosen(null)} />}
    </>
  );
}
