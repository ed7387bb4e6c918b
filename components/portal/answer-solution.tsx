'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import { answerSolutionAction } from '#lib/portal/actions.ts';
import { Refusal } from './refusal.tsx';
import { useSending } from './use-sending.ts';

export type MailedAnswer = 'accept' | 'reject' | undefined;

export interface AnswerSolutionProps {
  number: string;
  /** What a link of an email asks for: it is offered, and nothing is done. */
  mailed?: MailedAnswer;
  words: Readonly<
    Record<
      | 'case.accept'
      | 'case.reject'
      | 'case.reject.reason'
      | 'case.reject.send'
      | 'done.accepted'
      | 'done.rejected'
      | 'answer.lost',
      string
    >
  >;
}

/** CASE-3 · Accepts a proposed solution, or rejects it with a reason. */
export function AnswerSolution({ number, mailed, words }: AnswerSolutionProps) {
  const [reason, setReason] = useKeptText('reason');
  const [isOpen, setOpen] = useState(mailed === 'reject');
  const { send, pending, refused, errors, forget } = useSending(answerSolutionAction, {
    name: 'answer',
    lost: words['answer.lost'],
    onDone: (_data, { answer }) => {
      setReason('');
      toast({ text: words[answer === 'accept' ? 'done.accepted' : 'done.rejected'] });
    },
  });
  const rejects = isOpen || reason !== '';
  return (
    <div className="grid gap-3">
      <Refusal refused={refused} />
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          autoFocus={mailed === 'accept'}
          className="min-h-11 max-sm:flex-1"
          aria-busy={pending || undefined}
          onClick={() => send({ number, answer: 'accept' })}
        >
          {words['case.accept']}
        </Button>
        <Button className="min-h-11 max-sm:flex-1" aria-expanded={rejects} onClick={() => setOpen(true)}>
          {words['case.reject']}
        </Button>
      </div>
      {rejects && (
        <form
          noValidate
          className="grid gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            send({ number, answer: 'reject', reason });
          }}
          onInput={forget}
        >
          <Field label={words['case.reject.reason']} required {...(errors.reason ? { error: errors.reason } : {})}>
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
              {words['case.reject.send']}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
