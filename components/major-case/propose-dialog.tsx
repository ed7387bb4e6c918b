'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { TextAreaField } from '#components/ui/text-field.tsx';
import { proposeMajorCaseAction } from '#lib/major-case/actions.ts';
import type { MajorCaseDialogProps } from './major-case-dialog.tsx';

/** MAJ-1 · Asks for the reason to propose a major case, and its effect on customers. */
export function ProposeDialog({ action, number, onClose }: MajorCaseDialogProps) {
  const [workNote, setWorkNote] = useDraftText('propose major case work note');
  const [businessImpact, setBusinessImpact] = useDraftText('propose major case impact');
  const { run, pending, refused, errors } = useAction(proposeMajorCaseAction, {
    onDone: () => {
      discard();
      onClose();
    },
  });

  function discard() {
    setWorkNote('');
    setBusinessImpact('');
  }

  return (
    <DialogForm
      title={action.label}
      verb="Propose"
      description="Other major issue managers who can be reached get an email. Nothing is sent to the customer."
      onClose={onClose}
      refused={refused}
      pending={pending}
      onSubmit={() => run({ number, workNote, businessImpact })}
      onCancel={discard}
    >
      <div className="grid gap-3">
        <TextAreaField
          label="Business impact"
          required
          error={errors.businessImpact}
          hint="What the customers cannot do, and how many are affected."
          value={businessImpact}
          onChange={({ target }) => setBusinessImpact(target.value)}
        />
        <TextAreaField
          label="Work notes"
          required
          error={errors.workNote}
          hint="Why this is a major case."
          value={workNote}
          onChange={({ target }) => setWorkNote(target.value)}
        />
      </div>
    </DialogForm>
  );
}
