'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Field } from '#components/ui/field.tsx';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import { rejectCandidateAction } from '#lib/major-case/actions.ts';
import type { MajorCaseDialogProps } from './major-case-dialog.tsx';

/** MAJ-3 · Asks for the reason. */
export function RejectDialog({ action, number, onClose }: MajorCaseDialogProps) {
  const [reason, setReason] = useKeptText(`reject candidate ${number}`);
  const { run, pending, refused, errors } = useAction(rejectCandidateAction, {
    onDone: () => {
      setReason('');
      onClose();
    },
  });
  return (
    <DialogForm
      title={action.label}
      verb="Reject"
      description={`${number} stays a case like any other. The reason becomes a work note.`}
      onClose={onClose}
      refused={refused}
      pending={pending}
      onSubmit={() => run({ number, reason })}
      onCancel={() => setReason('')}
    >
      <Field label="Reason" required error={errors.reason ?? []}>
        {(control) => <TextArea {...control} value={reason} onChange={({ target }) => setReason(target.value)} />}
      </Field>
    </DialogForm>
  );
}
