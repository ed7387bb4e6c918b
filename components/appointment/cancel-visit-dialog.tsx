'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Field } from '#components/ui/field.tsx';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import { cancelWindowAction } from '#lib/appointment/actions.ts';

interface CancelVisitDialogProps {
  number: string;
  sequence: number;
  onClose: () => void;
}

/** WO-13 · Cancels an appointment after a question. */
export function CancelVisitDialog({ number, sequence, onClose }: CancelVisitDialogProps) {
  const [reason, setReason] = useKeptText('appointment cancellation');
  const { run, refused, pending, errors } = useAction(cancelWindowAction, {
    onDone: () => {
      setReason('');
      onClose();
    },
  });
  return (
    <DialogForm
      title={`Cancel the appointment: ${number}`}
      verb="Cancel appointment"
      keep="Keep appointment"
      description="The task goes back to dispatch. Customer and technician get an email."
      size="s"
      danger
      refused={refused}
      pending={pending}
      onClose={onClose}
      onSubmit={() => run({ number, sequence, reason })}
      onCancel={() => setReason('')}
    >
      <Field
        label="Reason"
        error={errors.reason ?? []}
        hint="Needed where it is later than customers could do this. It becomes a work note."
      >
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            maxLength={1_000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
    </DialogForm>
  );
}
