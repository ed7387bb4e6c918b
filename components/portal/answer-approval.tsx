'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import { answerOwnApprovalAction } from '#lib/portal/requests/actions.ts';
import { Refusal } from './refusal.tsx';
import { useSending } from './use-sending.ts';

interface AnswerApprovalProps {
  id: string;
  title: string;
  words: Readonly<
    Record<
      | 'approvals.approve'
      | 'approvals.reject'
      | 'approvals.reason'
      | 'approvals.reject.send'
      | 'done.approved'
      | 'done.not-approved'
      | 'answer.lost',
      string
    >
  >;
}

/** POR-7 · Approves, or rejects with a reason. */
export function AnswerApproval({ id, title, words }: AnswerApprovalProps) {
  const [reason, setReason] = useKeptText(`reason of approval ${id}`);
  const [isOpen, setOpen] = useState(false);
  const { send, pending, refused, errors, forget } = useSending(answerOwnApprovalAction, {
    name: `approval ${id}`,
    lost: words['answer.lost'],
    onDone: (_data, { answer }) => {
      setReason('');
      toast({ text: words[answer === 'approved' ? 'done.approved' : 'done.not-approved'] });
    },
  });
  const rejects = isOpen || reason !== '';
  return (
    <div className="grid gap-3">
      <Refusal refused={refused} />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          className="min-h-11 max-sm:flex-1"
          aria-label={`${words['approvals.approve']}: ${title}`}
          aria-busy={pending || undefined}
          onClick={() => send({ approvalId: id, answer: 'approved' })}
        >
          {words['approvals.approve']}
        </Button>
        <Button
          className="min-h-11 max-sm:flex-1"
          aria-label={`${words['approvals.reject']}: ${title}`}
          aria-expanded={rejects}
          onClick={() => setOpen(true)}
        >
          {words['approvals.reject']}
        </Button>
      </div>
      {rejects && (
        <form
          noValidate
          className="grid gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            send({ approvalId: id, answer: 'rejected', reason });
          }}
          onInput={forget}
        >
          <Field label={words['approvals.reason']} required {...(errors.reason ? { error: errors.reason } : {})}>
            {(control) => (
              <TextArea
                {...control}
                autoFocus={isOpen}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            )}
          </Field>
          <div>
            <Button type="submit" variant="primary" className="min-h-10" aria-busy={pending || undefined}>
              {words['approvals.reject.send']}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
