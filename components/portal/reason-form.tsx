import { Button, type ButtonProps } from '#components/ui/button.tsx';
import { SentForm } from '#components/ui/sent-form.tsx';
import { TextAreaField } from '#components/ui/text-field.tsx';
import type { useSending } from './use-sending.ts';

interface ReasonFormProps {
  words: { reason: string; hint?: string; send: string };
  variant?: ButtonProps['variant'];
  autoFocus?: boolean;
  reason: string;
  onReason: (reason: string) => void;
  sending: Pick<ReturnType<typeof useSending>, 'pending' | 'errors' | 'forget'>;
  onSend: () => void;
  children?: React.ReactNode;
}

/** A text field for a reason, and the button that sends it. */
export function ReasonForm({
  words,
  variant,
  autoFocus,
  reason,
  onReason,
  sending: { pending, errors, forget },
  onSend,
  children,
}: ReasonFormProps) {
  return (
    <SentForm className="grid gap-2" onSend={onSend} onInput={forget}>
      {children}
      <TextAreaField
        label={words.reason}
        hint={words.hint}
        required
        error={errors.reason}
        autoFocus={autoFocus}
        value={reason}
        onChange={({ target }) => onReason(target.value)}
      />
      <div>
        <Button type="submit" variant={variant} className="min-h-10" aria-busy={pending || undefined}>
          {words.send}
        </Button>
      </div>
    </SentForm>
  );
}
