'use client';

import { TextDialog } from '#components/actions/text-dialog.tsx';
import { askAgentAction } from '#lib/incident/actions.ts';

interface AskAgentDialogProps {
  number: string;
  caseNumber: string | null;
  onClose: () => void;
}

/** A question to the agent of the case: posted there as a work note that mentions the agent. */
export function AskAgentDialog({ number, caseNumber, onClose }: AskAgentDialogProps) {
  return (
    <TextDialog
      title="Ask the case's agent"
      verb="Ask"
      description={`Your question becomes a work note on ${caseNumber} that mentions its agent, and a work note here. Customers never see it.`}
      text={{ name: 'question', draftName: 'ask the agent', label: 'Question', required: true, rows: 3 }}
      action={askAgentAction}
      inputOf={(question) => ({ number, question })}
      once="ask the agent"
      onClose={onClose}
    />
  );
}
