'use client';

import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { FieldControl } from '#components/field/field-control.tsx';
import { useDraft } from '#components/field/use-draft.ts';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { moveCaseAction } from '#lib/case/actions.ts';
import type { VerbView } from '#lib/case/verb-views.ts';
import type { FieldValue } from '#lib/task/field.ts';

interface VerbDialogProps {
  number: string;
  verb: VerbView;
  /** What the fields are filled with (CASE-7). */
  proposed?: Readonly<Record<string, FieldValue>>;
  onClose: () => void;
}

/** What a header button of a case asks for: CASE-1 the question, CASE-2 code and notes, CASE-10 how the customer answered, or just whether one is sure. */
export function VerbDialog({ number, verb, proposed = {}, onClose }: VerbDialogProps) {
  const [fields] = useState(() =>
    Object.fromEntries(
      verb.fields.map((field) => [field.name, { ...field, value: proposed[field.name] ?? field.value }]),
    ),
  );
  const draft = useDraft(fields, 1);
  const [comment, setComment] = useState('');
  const [workNote, setWorkNote] = useState('');
  const { run, pending, refused, errors, reset } = useAction(moveCaseAction, { onDone: onClose });

  function submit(confirmed = false) {
    const values = Object.fromEntries(verb.fields.map(({ name }) => [name, draft.valueOf(name)]));
    run({
      number,
      verb: verb.name,
      values,
      confirmed,
      ...(comment ? { comment } : {}),
      ...(workNote ? { workNote } : {}),
    });
  }

  return (
    <DialogForm
      title={verb.label}
      onClose={onClose}
      refused={refused}
      pending={pending}
      danger={verb.final}
      onSubmit={() => submit()}
      onConfirm={() => submit(true)}
    >
      <div className="grid gap-3">
        {verb.final && <p>{number} cannot be changed or opened again after this.</p>}
        {verb.asksComment && (
          <Field
            label="Additional comments (customer visible)"
            required
            error={errors.comment ?? []}
            hint="The question. The customer sees it: a mail is queued."
          >
            {(control) => <TextArea {...control} value={comment} onChange={({ target }) => setComment(target.value)} />}
          </Field>
        )}
        {verb.asksWorkNote && (
          <Field
            label="Work notes"
            required
            error={errors.workNote ?? []}
            hint="How the customer answered: by phone or in person, who and when. Customers never see this."
          >
            {(control) => (
              <TextArea {...control} value={workNote} onChange={({ target }) => setWorkNote(target.value)} />
            )}
          </Field>
        )}
        {verb.fields.map((field) => (
          <FieldControl
            key={field.name}
            field={field}
            value={draft.valueOf(field.name)}
            display={draft.displayOf(field.name)}
            error={errors[field.name]}
            onChange={(value, display) => {
              draft.type(field.name, value, display);
              // What was asked about is another code now.
              if (field.name === refused?.field) reset();
            }}
          />
        ))}
      </div>
    </DialogForm>
  );
}
