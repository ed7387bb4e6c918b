'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Button } from '#components/ui/button.tsx';
import type { Affected } from '#lib/problem/queries/affected.ts';

const CommunicateDialog = dynamic(() => import('./communicate-dialog.tsx').then((module) => module.CommunicateDialog), {
  ssr: false,
});

export interface Message {
  what: 'workaround' | 'fix';
  label: string;
  /** The text saved in the problem now. */
  text: string;
  /** The number of records it would be posted to now. */
  affected: Promise<Affected>;
}

interface CommunicateProps {
  number: string;
  messages: readonly Message[];
}

/** PRB-2 · The two messages of a problem to its cases and incidents. */
export function Communicate({ number, messages }: CommunicateProps) {
  const [chosen, setChosen] = useState<Message | null>(null);
  usePageActions(messages.map((message) => ({ label: message.label, run: () => setChosen(message) })));
  return (
    <>
      {messages.map((message) => (
        <Button key={message.what} onClick={() => setChosen(message)}>
          {message.label}
        </Button>
      ))}
      {chosen && <CommunicateDialog number={number} message={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}
