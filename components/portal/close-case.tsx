'use client';

import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import { closeOwnAction } from '#lib/portal/actions.ts';
import { Refusal } from './refusal.tsx';
import { useSending } from './use-sending.ts';

export interface CloseCaseProps {
  number: string;
  words: Readonly<
    Record<'case.close' | 'case.close.reason' | 'case.close.hint' | 'case.close.send' | 'answer.lost', string>
  >;
}

/** POR-16 · Closes an open case with a reason. */
export function CloseCase({ number, words }: CloseCaseProps) {
  const [reason, setReason] = useKeptText('close');
  const { send, pending, refused, errors, forget } = useSending(closeOwnAction, {
    name: 'close',
    lost: words['answer.lost'],
    onDone: () => setReason(''),
  });
  return (
    <details className="rounded-md border bg-surface px-4 py-2">
      <summary className="min-h-10 cursor-pointer content-center font-medium">{words['case.close']}</summary>
      <form
        noValidate
        className="grid gap-2 pt-2 pb-2"
        onSubmit={(event) => {
          event.preventDefault();
          send({ number, reason });
        }}
        onInput={forget}
      >
        <Refusal refused={refused} />
        <Field
          label={words['case.close.reason']}
          hint={words['case.close.hint']}
          required
          {...(errors.reason ? { error: errors.reason } : {})}
        >
          {(control) => <TextArea {...control} value={reason} onChange={({ target }) => setReason(target.value)} />}
        </Field>
        <div>
          <Button type="submit" className="min-h-10" aria-busy={pending || undefined}>
            {words['case.close.send']}
          </Button>
        </div>
      </form>
    </details>
  );
}
