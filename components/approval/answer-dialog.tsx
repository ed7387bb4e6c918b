'use client';

import { TextDialog } from '#components/actions/text-dialog.tsx';
import { useWouldUpdate } from '#components/record/use-would-update.ts';
import { answerApprovalAction } from '#lib/approval/actions.ts';
import type { AnswerProps, GivenAnswer } from './answer-buttons.tsx';

const asks = {
  approved: { verb: 'Approve', label: 'Comment', required: false },
  rejected: { verb: 'Reject', label: 'Reason', required: true },
} as const;

type AnswerDialogProps = AnswerProps & { answer: GivenAnswer; onClose: () => void };

/** CHG-1, SYNC-3 · Asks for the comment of an answer; a rejection requires it. */
export function AnswerDialog({ approvalId, number, answer, onClose }: AnswerDialogProps) {
  const { message } = useWouldUpdate({ what: 'answer', approvalId, answer });
  const { verb, label, required } = asks[answer];
  return (
    <TextDialog
      title={`${verb} ${number}`}
      verb={verb}
      description={message}
      danger={answer === 'rejected'}
      text={{ name: 'reason', draftName: `${answer} ${approvalId}`, label, required }}
      action={answerApprovalAction}
      inputOf={(reason) => ({ approvalId, answer, reason })}
      onClose={onClose}
    />
  );
}
