'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';

const AskAgentDialog = dynamic(() => import('./ask-agent-dialog.tsx').then((module) => module.AskAgentDialog), {
  ssr: false,
});

interface AskAgentProps {
  number: string;
  caller: string;
  /** The open case whose agent can be asked; null: there is none. */
  caseNumber: string | null;
}

/** INC-1, REL-9 · For an incident that waits for an external caller: no email is sent; offers to ask the agent instead. */
export function AskAgent({ number, caller, caseNumber }: AskAgentProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Banner
        tone="info"
        rule="REL-9"
        title={`Waiting for ${caller}, who is external: no email is sent.`}
        className="mb-4"
        action={
          caseNumber && (
            <Button size="s" onClick={() => setOpen(true)}>
              Ask the case's agent
            </Button>
          )
        }
      >
        {caseNumber
          ? `The agent of ${caseNumber} can ask in the case.`
          : 'There is no open case whose agent could ask either.'}
      </Banner>
      {isOpen && <AskAgentDialog number={number} caseNumber={caseNumber} onClose={() => setOpen(false)} />}
    </>
  );
}
