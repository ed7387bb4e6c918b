'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { useWouldUpdate } from '#components/task/use-would-update.ts';
import { Field } from '#components/ui/field.tsx';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import { answerApprovalAction } from '#lib/approval/actions.ts';
import type { AnswerProps, GivenAnswer } from './answer-buttons.tsx';

const asks = {
  approved: { verb: 'Approve', label: 'Comment', required: false },
  rejected: { verb: 'Reject', label: 'Reason', required: true },
} as const;

/** CHG-1, SYNC-3 · Asks for the words that go with an answer; a rejection needs them. */
export function AnswerDialog({
  approvalId,
  number,
  answer,
  onClose,
}: AnswerProps & { answer: GivenAnswer; onClose: () => void }) {
  const [reason, setReason] = useKeptText(`${answer} ${approvalId}`);
  const { run, pending, refused, errors } = useAction(answerApprovalAction, {
    onDone: () => {
      setReason('');
      onClose();
    },
  });
  const { message: updates } = useWouldUpdate({ what: 'answer', approvalId, answer });
  const { verb, label, required } = asks[answer];
  return (
    <DialogForm
      title={`${verb} ${number}`}
      verb={verb}
      description={updates}
      onClose={onClose}
      refused={refused}
      pending={pending}
      danger={answer === 'rejected'}
      onSubmit={() => run({ approvalId, answer, reason })}
      onCancel={() => setReason('')}
    >
      <Field label={label} required={required} error={errors.reason ?? []}>
        {(control) => <TextArea {...control} value={reason} onChange={({ target }) => setReason(target.value)} />}
      </Field>
    </DialogForm>
  );
}
