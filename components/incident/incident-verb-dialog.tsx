'use client';

import { useState } from 'react';
import { DialogForm } from '#components/actions/dialog-form.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { FieldControl } from '#components/field/field-control.tsx';
import { useDraft } from '#components/field/use-draft.ts';
import { ForesightButton } from '#components/foresight/foresight-button.tsx';
import { useWouldUpdate } from '#components/record/use-would-update.ts';
import { QuestionField } from '#components/record-page/question-field.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import type { ChildIncidents } from '#lib/incident/queries/child-incidents.ts';
import type { IncidentVerb } from '#lib/kinds/incident/verbs.ts';
import { resolveChildrenLabel } from '#lib/reactions/incident/rules/resolve-children.ts';
import type { UpdateTask } from '#lib/record/schema.ts';
import { updateTaskAction } from '#lib/record-page/actions.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';

interface IncidentVerbDialogProps {
  view: Pick<
    RecordView,
    'number' | 'version' | 'fields' | 'stateFields' | 'commentWith' | 'audience' | 'childIncidents'
  >;
  verb: IncidentVerb;
  onClose: () => void;
}

/** The first numbers, and how many more there are. */
function firstOf({ open, first }: ChildIncidents): string {
  const more = open - first.length;
  return `${first.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}`;
}

/** INC-1, INC-3, INC-7 · Input of a state: hold reason with question, or code and notes, and whether children follow. */
export function IncidentVerbDialog({ view, verb, onClose }: IncidentVerbDialogProps) {
  const { number, version, stateFields, commentWith, audience, childIncidents } = view;
  const fields = (stateFields[verb.to] ?? []).flatMap((name) => view.fields[name] ?? []);
  const keptAs = `verb ${verb.to}`;
  const draft = useDraft(keptAs, Object.fromEntries(fields.map((field) => [field.name, field])), version);
  const [comment, setComment] = useKeptText(`${keptAs} comment`);
  const asksComment = fields.some(({ name }) => name in commentWith && draft.valueOf(name) === commentWith[name]);
  const { run, pending, refused, errors } = useAction((input: UpdateTask) => updateTaskAction(input), {
    onDone: () => {
      discard();
      onClose();
    },
  });
  const values = { state: verb.to, ...Object.fromEntries(fields.map(({ name }) => [name, draft.valueOf(name)])) };
  // The number of open children when the box was ticked. If more are open, the box is unticked.
  const [chosen, setChosen] = useState(0);
  const open = verb.to === 'resolved' && childIncidents ? childIncidents.open : 0;
  const ticked = open > 0 && chosen >= open;
  const withChildren = ticked ? { resolveChildren: open } : {};
  const words = asksComment && comment.trim() ? { comment } : {};
  const update = { kind: 'incident', number, version: draft.version, values, ...words, ...withChildren } as const;
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
          <FieldControl
            key={field.name}
            field={field}
            value={draft.valueOf(field.name)}
            display={draft.displayOf(field.name)}
            error={errors[field.name]}
            onChange={(value, display) => draft.type(field.name, value, display)}
          />
        ))}
        {asksComment && (
          <QuestionField audience={audience} value={comment} error={errors.comment ?? []} onChange={setComment} />
        )}
        {childIncidents && open > 0 && (
          <Checkbox
            label={resolveChildrenLabel(open)}
            hint={firstOf(childIncidents)}
            checked={ticked}
            onChange={({ target }) => setChosen(target.checked ? open : 0)}
          />
        )}
        <div>
          <ForesightButton considered={{ what: 'save', ...update }} />
        </div>
      </div>
    </DialogForm>
  );
}
