'use client';

import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { DraftField } from '#components/field/draft-field.tsx';
import { missingLabels } from '#components/field/missing-labels.ts';
import { useDraft } from '#components/field/use-draft.ts';
import { ForesightButton } from '#components/foresight/foresight-button.tsx';
import { useWouldUpdate } from '#components/record/use-would-update.ts';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { TextAreaField } from '#components/ui/text-field.tsx';
import { moveCaseAction } from '#lib/case/actions.ts';
import type { VerbView } from '#lib/case/verb-views.ts';
import type { FieldValue } from '#lib/record/field.ts';
import { verbFields } from './verb-fields.ts';

interface VerbDialogProps {
  number: string;
  version: number;
  verb: VerbView;
  /** Who reads the comment entered here. */
  audience?: string;
  /** Initial values of the fields (CASE-7). */
  proposed?: Readonly<Record<string, FieldValue>>;
  onClose: () => void;
}

/** The input of a case's header button: CASE-1 the question, CASE-2 code and notes, CASE-10 the answer, or a confirmation. */
export function VerbDialog({ number, version, verb, audience = '', proposed, onClose }: VerbDialogProps) {
  const [fields] = useState(() => verbFields(verb, proposed));
  // REC-3: the version when the dialog was opened, whatever the page behind it shows since then.
  const [seen] = useState(version);
  // Each proposed code has its own draft, so that an older draft does not hide the proposal.
  const draftName = `verb ${[verb.name, proposed?.resolutionCode ?? []].flat().join(' ')}`;
  const draft = useDraft(draftName, Object.fromEntries(fields.map((field) => [field.name, field])), 1);
  const [comment, setComment] = useDraftText(`${draftName} comment`);
  const [workNote, setWorkNote] = useDraftText(`${draftName} work note`);
  const { message, shown } = useWouldUpdate(verb.leads ? { what: 'move', number, verb: verb.name } : null);
  const { run, pending, refused, errors, reset } = useAction(moveCaseAction, {
    onDone: () => {
      discard();
      onClose();
    },
  });

  function discard() {
    draft.discard();
    setComment('');
    setWorkNote('');
  }

  const values = Object.fromEntries(verb.fields.map(({ name }) => [name, draft.valueOf(name)]));
  const words = { ...(comment ? { comment } : {}), ...(workNote ? { workNote } : {}) };
  const move = { number, verb: verb.name, values, ...words };
  const missing = missingLabels(
    fields.filter(({ required }) => required),
    draft.valueOf,
    { 'Additional comments': verb.asksComment && comment, 'Work notes': verb.asksWorkNote && workNote },
  );
  const submit = (confirmed = false) => run({ ...move, version: seen, confirmed }, shown);

  return (
    <DialogForm
      title={verb.label}
      verb={verb.label}
      cancelLabel={verb.name === 'cancel' ? 'Keep case' : undefined}
      description={message}
      onClose={onClose}
      refused={refused}
      pending={pending}
      danger={verb.final}
      onSubmit={() => submit()}
      onConfirm={() => submit(true)}
      onCancel={discard}
    >
      <div className="grid gap-3">
        {verb.final && <p>This is final: {number} cannot be reopened.</p>}
        {verb.asksComment && (
          <TextAreaField
            label="Additional comments (customer visible)"
            required
            error={errors.comment}
            hint={`The question. ${audience}`}
            value={comment}
            onChange={({ target }) => setComment(target.value)}
          />
        )}
        {verb.asksWorkNote && (
          <TextAreaField
            label="Work notes"
            required
            error={errors.workNote}
            hint="How the customer answered: by phone or in person, who and when. Customers never see this."
            value={workNote}
            onChange={({ target }) => setWorkNote(target.value)}
          />
        )}
        {fields.map((field) => (
          <DraftField
            key={field.name}
            field={field}
            draft={draft}
            error={errors[field.name]}
            // The refusal was about the code chosen before.
            onTyped={() => field.name === refused?.field && reset()}
          />
        ))}
        <div>
          <ForesightButton considered={{ what: 'move', ...move }} missing={missing} />
        </div>
      </div>
    </DialogForm>
  );
}
