'use client';

import { Button } from '#components/ui/button.tsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { SentForm } from '#components/ui/sent-form.tsx';
import { TextAreaField } from '#components/ui/text-field.tsx';
import { commentAction } from '#lib/portal/actions.ts';
import { Refusal } from './refusal.tsx';
import { useSending } from './use-sending.ts';

export interface MessageBoxProps {
  number: string;
  hint?: string | undefined;
  words: Readonly<Record<'case.write' | 'case.send' | 'case.sending' | 'answer.lost', string>>;
}

/** POR-3 · Posts a message to the conversation; the browser stores the draft until it is sent (POR-21). */
export function MessageBox({ number, hint, words }: MessageBoxProps) {
  const [text, setText] = useDraftText('message');
  const { send, pending, refused, errors } = useSending(commentAction, {
    name: 'message',
    lost: words['answer.lost'],
    onDone: () => setText(''),
  });
  return (
    <SentForm className="grid gap-2" onSend={() => send({ number, text })}>
      <Refusal refused={refused} />
      <TextAreaField
        label={words['case.write']}
        hint={hint}
        error={errors.text}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div>
        <Button type="submit" variant="primary" aria-busy={pending || undefined} className="min-h-10">
          {pending ? words['case.sending'] : words['case.send']}
        </Button>
      </div>
    </SentForm>
  );
}
