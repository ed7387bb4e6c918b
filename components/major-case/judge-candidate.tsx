'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { MajorCaseAction } from '#lib/major-case/major-case-actions.ts';

// Dialogs load when one is opened.
const MajorCaseDialog = dynamic(() => import('./major-case-dialog.tsx').then((module) => module.MajorCaseDialog), {
  ssr: false,
});

const judgements = [
  { verb: 'approve', label: 'Approve Major Case Candidate' },
  { verb: 'reject', label: 'Reject Major Case Candidate' },
] as const satisfies readonly MajorCaseAction[];

/** MAJ-2, MAJ-3 · The manager's decision on a candidate, in its row. */
export function JudgeCandidate({ number, hasCustomer }: { number: string; hasCustomer: boolean }) {
  const [chosen, setChosen] = useState<MajorCaseAction | null>(null);
  return (
    <span className="flex gap-1">
      {judgements.map((action) => (
        <Button
          key={action.verb}
          size="s"
          aria-label={`${action.verb === 'approve' ? 'Approve' : 'Reject'} ${number}`}
          onClick={() => setChosen(action)}
        >
          {action.verb === 'approve' ? 'Approve' : 'Reject'}
        </Button>
      ))}
      {chosen && (
        <MajorCaseDialog action={chosen} number={number} hasCustomer={hasCustomer} onClose={() => setChosen(null)} />
      )}
    </span>
  );
}
