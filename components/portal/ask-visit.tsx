'use client';

import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import { askVisitAction } from '#lib/portal/work-orders/actions.ts';
import { Refusal } from './refusal.tsx';
import { useSending } from './use-sending.ts';

export interface AskVisitProps {
  number: string;
  words: Readonly<
    Record<
      'order.ask' | 'order.ask.text' | 'order.ask.reason' | 'order.ask.hint' | 'order.ask.send' | 'answer.lost',
      string
    >
  >;
}

/** POR-11 · Asks for somebody to come to the site. */
export function AskVisit({ number, words }: AskVisitProps) {
  const [reason, setReason] = useKeptText('visit');
  const { send, pending, refused, errors, forget } = useSending(askVisitAction, {
    name: 'visit',
    lost: words['answer.lost'],
    onDone: () => setReason(''),
  });
  return (
    <details className="px-4 py-2">
      <summary className="min-h-10 cursor-pointer content-center font-medium">{words['order.ask']}</summary>
      <form
        noValidate
        className="grid gap-2 pt-2 pb-2"
        onSubmit={(event) => {
          event.preventDefault();
          send({ number, reason });
        }}
        onInput={forget}
      >
        <p className="text-sm text-ink-muted">{words['order.ask.text']}</p>
        <Refusal refused={refused} />
        <Field
          label={words['order.ask.reason']}
          hint={words['order.ask.hint']}
          required
          {...(errors.reason ? { error: errors.reason } : {})}
        >
          {(control) => <TextArea {...control} value={reason} onChange={({ target }) => setReason(target.value)} />}
        </Field>
        <div>
          <Button type="submit" className="min-h-10" aria-busy={pending || undefined}>
            {words['order.ask.send']}
          </Button>
        </div>
      </form>
    </details>
  );
}
