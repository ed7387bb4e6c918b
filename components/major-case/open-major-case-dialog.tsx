'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { DraftField } from '#components/field/draft-field.tsx';
import { useDraft } from '#components/field/use-draft.ts';
import type { FieldView } from '#lib/kinds/field-view.ts';
import { openMajorCaseAction } from '#lib/major-case/actions.ts';
import type { OpenMajorCase } from '#lib/major-case/schema.ts';

interface OpenMajorCaseDialogProps {
  as: OpenMajorCase['as'];
  title: string;
  fields: readonly FieldView[];
  onClose: () => void;
}

const descriptions = {
  candidate:
    'An issue that affects many customers. Other major issue managers who can be reached get an email; one of them approves or rejects it.',
  'major case': 'An issue that affects many customers. It has no customer itself: their cases become its child cases.',
};

/** MAJ-1, MAJ-4 · The form of a candidate or a major case. */
export function OpenMajorCaseDialog({ as, title, fields, onClose }: OpenMajorCaseDialogProps) {
  const draft = useDraft(`open ${as}`, Object.fromEntries(fields.map((field) => [field.name, field])), 1);
  const { run, pending, refused, errors } = useAction(openMajorCaseAction, {
    once: `open ${as}`,
    onDone: () => {
      draft.discard();
      onClose();
    },
  });
  return (
    <DialogForm
      size="l"
      title={title}
      verb={as === 'candidate' ? 'Propose' : 'Open major case'}
      description={descriptions[as]}
      onClose={onClose}
      refused={refused}
      pending={pending}
      onSubmit={() => run({ as, values: draft.values })}
      onCancel={draft.discard}
    >
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        {fields.map((field) => (
          <DraftField
            key={field.name}
            field={field}
            draft={draft}
            error={errors[field.name]}
            className={field.type === 'long-text' || field.name === 'shortDescription' ? 'col-span-full' : ''}
          />
        ))}
      </div>
    </DialogForm>
  );
}
