'use client';

import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Button } from '#components/ui/button.tsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { SentForm } from '#components/ui/sent-form.tsx';
import { TextAreaField } from '#components/ui/text-field.tsx';
import { answerMailAction } from '#lib/mail-in/actions.ts';

/** MAIL-1 · Replies to an email of the built-in mailbox on behalf of its recipient. */
export function AnswerMail({ id, recipient }: { id: string; recipient: string }) {
  const draftName = `answer ${id}`;
  const [text, setText] = useDraftText(draftName);
  const { run, pending, refused, errors } = useAction(answerMailAction, { once: draftName, onDone: () => setText('') });
  return (
    <SentForm className="grid gap-2" onSend={() => run({ id, text })}>
      <RefusalBanner refused={refused} />
      <TextAreaField
        label={`Answer as ${recipient}`}
        required
        error={errors.text}
        rows={4}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div>
        <Button type="submit" aria-busy={pending || undefined}>
          Send answer
        </Button>
      </div>
    </SentForm>
  );
}
