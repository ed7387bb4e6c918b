'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';

const AnswerDialog = dynamic(() => import('./answer-dialog.tsx').then((module) => module.AnswerDialog));

export type Answer = 'approved' | 'rejected';

export interface AnswerProps {
  approvalId: string;
  number: string;
}

const verbs = { approved: 'Approve', rejected: 'Reject' } as const;

/** CHG-1, REQ-1 · The two answers to an approval; a rejection says why. An open dialog stays, whoever answers first. */
export function AnswerButtons({ waits, ...props }: AnswerProps & { waits: boolean }) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  return (
    <>
      {waits && (
        <span className="flex gap-2 max-md:flex-col">
          {(['approved', 'rejected'] as const).map((each) => (
            <Button
              key={each}
              size="s"
              variant={each === 'approved' ? 'secondary' : 'quiet'}
              aria-label={`${verbs[each]} ${props.number}`}
              onClick={() => setAnswer(each)}
            >
              {verbs[each]}
            </Button>
          ))}
        </span>
      )}
      {answer && <AnswerDialog {...props} answer={answer} onClose={() => setAnswer(null)} />}
    </>
  );
}
