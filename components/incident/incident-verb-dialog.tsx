'use client';

import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { DraftField } from '#components/field/draft-field.tsx';
import { missingLabels } from '#components/field/missing-labels.ts';
import { useDraft } from '#components/field/use-draft.ts';
import { ForesightButton } from '#components/foresight/foresight-button.tsx';
import { useWouldUpdate } from '#components/record/use-would-update.ts';
import { QuestionField } from '#components/record-page/question-field.tsx';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import type { IncidentVerb } from '#lib/kinds/incident/verbs.ts';
import type { UpdateTask } from '#lib/record/schema.ts';
import { updateTaskAction } from '#lib/record-page/actions.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';
import { ResolveChildren } from './resolve-children.tsx';
import { useResolveChildren } from './use-resolve-children.ts';

interface IncidentVerbDialogProps {
  view: Pick<
    RecordView,
    'number' | 'version' | 'fields' | 'stateFields' | 'commentWith' | 'audience' | 'childIncidents'
  >;
  verb: IncidentVerb;
  onClose: () => void;
}

/** INC-1, INC-3, INC-7 · Input of a state: hold reason with question, or code and notes, and whether children follow. */
export function IncidentVerbDialog({ view, verb, onClose }: IncidentVerbDialogProps) {
  const { number, version, stateFields, commentWith, audience, childIncidents } = view;
  const fields = (stateFields[verb.to] ?? []).flatMap((name) => view.fields[name] ?? []);
  const draftName = `verb ${verb.to}`;
  const draft = useDraft(draftName, Object.fromEntries(fields.map((field) => [field.name, field])), version);
  const [comment, setComment] = useDraftText(`${draftName} comment`);
  const asksComment = fields.some(({ name }) => name in commentWith && draft.valueOf(name) === commentWith[name]);
  const { run, pending, refused, errors } = useAction((input: UpdateTask) => updateTaskAction(input), {
    onDone: () => {
      discard();
      onClose();
    },
  });
  const values = { state: verb.to, ...Object.fromEntries(fields.map(({ name }) => [name, draft.valueOf(name)])) };
  const children = useResolveChildren(childIncidents, verb.to === 'resolved');
  const words = asksComment && comment.trim() ? { comment } : {};
  const update = { kind: 'incident', number, version: draft.version, values, ...words, ...children.input } as const;
  const missing = missingLabels(fields, draft.valueOf, { 'Additional comment': asksComment && comment });
  const { message } = useWouldUpdate({ what: 'save', ...update });

  function discard() {
    draft.discard();
    setComment('');
  }

  return (
    <DialogForm
      title={`${verb.label} incident`}
      verb={verb.label}
      description={message}
      onClose={onClose}
      refused={refused}
      pending={pending}
      onSubmit={() => run(update)}
      onCancel={discard}
    >
      <div className="grid gap-3">
        {fields.map((field) => (
          <DraftField key={field.name} field={field} draft={draft} error={errors[field.name]} />
        ))}
        {asksComment && (
          <QuestionField audience={audience} value={comment} error={errors.comment} onChange={setComment} />
        )}
        {children.offer && <ResolveChildren {...children.offer} />}
        <div>
          <ForesightButton considered={{ what: 'save', ...update }} missing={missing} />
        </div>
      </div>
    </DialogForm>
  );
}
