'use client';

import { useState } from 'react';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { useAction } from '#components/actions/use-action.ts';
import { useDraft } from '#components/field/use-draft.ts';
import { usePageActions } from '#components/shell/page-actions.ts';
import { useWouldUpdate } from '#components/task/use-would-update.ts';
import { useKeptText } from '#components/ui/kept/use-kept.ts';
import { SegmentedControl } from '#components/ui/segmented-control.tsx';
import { toast } from '#components/ui/toast.ts';
import { updateTaskAction } from '#lib/task/actions.ts';
import { DEFAULT_VIEW, sectionsOf, viewsOf } from '#lib/task/form-views.ts';
import { doingAffectsMessage } from '#lib/task/rules/updated-cases-message.ts';
import type { UpdateTask } from '#lib/task/schema.ts';
import { ConflictBanner } from './conflict-banner.tsx';
import { conflictsOf, errorsOf } from './conflicts.ts';
import type { Details } from './details.ts';
import { DETAILS_FORM } from './details-form-id.ts';
import { DetailsSections } from './details-sections.tsx';
import { QuestionField } from './question-field.tsx';
import { UnsavedBar } from './unsaved-bar.tsx';
import { useRefusalInSight } from './use-refusal-in-sight.ts';

/** The fields of a record, to change: REC-3, REC-5, and SYNC-3 before and after saving. */
export function DetailsForm({ details }: { details: Details }) {
  const { kind, number, version, fields, sections, propagation } = details;
  const views = viewsOf(sections);
  const [view, setView] = useState(DEFAULT_VIEW);
  const draft = useDraft('details', fields, version);
  const [comment, setComment] = useKeptText('question');
  const { run, pending, refused, reset } = useAction((input: UpdateTask) => updateTaskAction(input), {
    onDone: (_data, { values }) => {
      draft.saved(values);
      setComment('');
    },
  });
  const conflicts = conflictsOf(refused);
  const form = useRefusalInSight(refused);

  const asksComment = Object.entries(details.commentWith).some(
    ([name, value]) => draft.names.includes(name) && draft.valueOf(name) === value,
  );
  const question = asksComment && comment.trim() ? { comment } : {};
  const update = { kind, number, values: draft.values, ...question };
  const mayUpdate = propagation.affectedCases > 0 && draft.names.length > 0;
  const updates = useWouldUpdate(mayUpdate ? { what: 'save', version: draft.version, ...update } : null);

  function save(seen: number) {
    if (draft.names.length === 0) {
      toast({ tone: 'info', text: 'Nothing has been changed.' });
      return;
    }
    run({ version: seen, ...update });
  }

  usePageActions([{ label: 'Save', key: 's', run: () => save(draft.version) }]);

  return (
    <form
      ref={form}
      id={DETAILS_FORM}
      noValidate
      aria-busy={pending}
      onSubmit={(event) => {
        event.preventDefault();
        save(draft.version);
      }}
    >
      {conflicts ? (
        <ConflictBanner
          {...conflicts}
          shownOf={draft.shownOf}
          onApplyMine={() => save(conflicts.version)}
          onTakeTheirs={() => {
            draft.without(conflicts.conflicts.map(({ field }) => field));
            reset();
          }}
        />
      ) : (
        <RefusalBanner refused={refused} />
      )}
      {views.length > 1 && (
        <SegmentedControl
          label="View"
          options={views.map((name) => ({ value: name, label: name }))}
          value={view}
          onChange={setView}
        />
      )}
      <DetailsSections
        details={{ ...details, sections: sectionsOf(sections, view) }}
        draft={draft}
        errors={errorsOf(refused, conflicts)}
      >
        {asksComment && (
          <QuestionField value={comment} error={refused?.fieldErrors?.comment ?? []} onChange={setComment} />
        )}
      </DetailsSections>
      {draft.names.length > 0 && (
        <UnsavedBar
          labels={draft.names.map((name) => fields[name]?.label ?? name)}
          closed={draft.names.every((name) => !fields[name]?.editable)}
          affects={doingAffectsMessage('Saving', updates)}
          onDiscard={() => {
            draft.discard();
            setComment('');
            reset();
          }}
        />
      )}
    </form>
  );
}
