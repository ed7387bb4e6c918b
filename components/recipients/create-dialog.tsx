'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { Field } from '#components/ui/field.tsx';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { TextArea } from '#components/ui/text-area.tsx';
import { createChildCasesAction } from '#lib/recipients/actions.ts';
import { toMakeMessage } from '#lib/recipients/rules/to-make-message.ts';
import type { ListDialogProps } from './list-tools.tsx';

/** MAJ-5 · Says how many cases are made and what of the list changes, and asks for the comment. */
export function CreateDialog({ list: { number, of, counts, fixed }, onClose }: ListDialogProps) {
  const keptAs = `create child cases ${number} ${of}`;
  const [comment, setComment] = useKeptText(keptAs);
  const { run, pending, refused, errors } = useAction(createChildCasesAction, {
    once: keptAs,
    onDone: () => {
      setComment('');
      onClose();
    },
  });
  const toMake = counts.waiting - counts.have - counts.inactive;
  const contact =
    of === 'accounts' ? ' The primary contact of each account becomes the contact and is put on the watch list.' : '';
  return (
    <DialogForm
      title="Create Child Cases"
      verb={`Create ${toMake.toLocaleString('en')} child ${toMake === 1 ? 'case' : 'cases'}`}
      description={`${toMakeMessage(counts, { number, of })}${contact}`}
      onClose={onClose}
      refused={refused}
      pending={pending}
      onSubmit={() => run({ number, of, comment })}
      onCancel={() => setComment('')}
    >
      <Field
        label="Additional comments (customer visible)"
        required
        error={errors.comment ?? []}
        hint="Written to the new cases only. Customers with Active Communication get it by email."
      >
        {(control) => (
          <TextArea {...control} rows={6} value={comment} onChange={({ target }) => setComment(target.value)} />
        )}
      </Field>
      {!fixed && <p className="mt-3 text-ink-muted">After that, the list can only be extended.</p>}
    </DialogForm>
  );
}
