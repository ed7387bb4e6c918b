'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { ApprovalRow } from '#lib/approval/queries/approvals.ts';

const AnswerDialog = dynamic(() => import('./answer-dialog.tsx').then((module) => module.AnswerDialog), { ssr: false });

export type GivenAnswer = 'approved' | 'rejected';

export interface AnswerProps {
  approvalId: string;
  number: string;
}

const verbs = { approved: 'Approve', rejected: 'Reject' } as const;

/** CHG-1, REQ-1 · Approve or reject; a rejection needs a reason. An open dialog stays even if someone else answers first. */
export function AnswerButtons({ mine, ...props }: AnswerProps & Pick<ApprovalRow, 'mine'>) {
  const [chosen, setChosen] = useState<GivenAnswer | null>(null);
  return (
    <>
      {mine && (
        <span className="flex gap-2">
          {(['approved', 'rejected'] as const).map((each) => (
            <Button
              key={each}
              size="s"
              variant={each === 'approved' ? 'secondary' : 'quiet'}
              aria-label={`${verbs[each]} ${props.number}`}
              onClick={() => setChosen(each)}
            >
              {verbs[each]}
            </Button>
          ))}
        </span>
      )}
      {chosen && <AnswerDialog {...props} answer={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}
