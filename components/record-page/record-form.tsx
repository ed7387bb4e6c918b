'use client';

import { createContext, type ReactNode, use, useState } from 'react';
import { useAction } from '#components/actions/use-action.ts';
import { useOpenRefusal } from '#components/actions/use-open-refusal.ts';
import { useDraft } from '#components/field/use-draft.ts';
import { useResolveChildren } from '#components/incident/use-resolve-children.ts';
import { useWouldUpdate } from '#components/record/use-would-update.ts';
import { usePageActions } from '#components/shell/page-actions.ts';
import { useDraftText } from '#components/ui/drafts/use-draft-text.ts';
import { toast } from '#components/ui/toast.ts';
import { conflictsOf, theirsOf } from './conflicts.ts';
import type { Details } from './details.ts';
import { saveTask } from './save-task.ts';

function useForm(details: Details) {
  const { kind, number, version, fields, propagation } = details;
  // The page refreshes shortly after a save: edits in between do not conflict with the user's own save.
  const [saved, setSaved] = useState(0);
  const draft = useDraft('details', fields, Math.max(version, saved));
  const [comment, setComment] = useDraftText('question');
  const { run, pending, reset, ...sent } = useAction(saveTask, {
    onDone: (data, { values }) => {
      setSaved(data?.version ?? 0);
      draft.saved(values);
      setComment('');
    },
  });
  const typed = (name: string) => (name === 'comment' ? comment : draft.valueOf(name));
  const { refused, errors } = useOpenRefusal(sent.refused, typed);
  const conflicts = conflictsOf(sent.refused);
  const asksComment = Object.entries(details.commentWith).some(
    ([name, value]) => draft.names.includes(name) && draft.valueOf(name) === value,
  );
  const question = asksComment && comment.trim() ? { comment } : {};
  const resolves = draft.names.includes('state') && draft.valueOf('state') === 'resolved';
  const children = useResolveChildren(details.childIncidents, resolves);
  const update = { kind, number, values: draft.values, ...question, ...children.input };
  const mayUpdate = (propagation.affectedCases > 0 || children.offer?.checked) && draft.names.length > 0;
  const affects = useWouldUpdate(mayUpdate ? { what: 'save', version: draft.version, ...update } : null);

  function save(seen = draft.version) {
    if (draft.names.length === 0) {
      toast({ tone: 'info', text: 'Nothing has been changed.' });
      return;
    }
    run({ version: seen, ...update });
  }

  return {
    details,
    draft,
    errors: conflicts ? theirsOf(conflicts) : errors,
    refused,
    conflicts,
    pending,
    /** SYNC-5 · The update about to be saved. */
    considered: { what: 'save', version: draft.version, ...update } as const,
    /** SYNC-3 · The effect of the update on cases. */
    affects,
    /** The question required by the chosen values; absent: none. */
    question: asksComment
      ? { audience: details.audience, value: comment, error: errors.comment, onChange: setComment }
      : null,
    /** INC-7 · The choice to resolve the open children of an incident that is resolved; absent: none. */
    children: children.offer,
    save,
    reset,
    discard: () => {
      draft.discard();
      setComment('');
      reset();
    },
  };
}

export type RecordForm = ReturnType<typeof useForm>;

const Context = createContext<RecordForm | null>(null);

/** REC-3, REC-5 · The unsaved changes of a record: one form for all its fields, wherever they are on the page. */
export function RecordFormProvider({ details, children }: { details: Details; children: ReactNode }) {
  const form = useForm(details);
  usePageActions(form.draft.names.length > 0 ? [{ label: 'Save', key: 's', run: () => form.save() }] : []);
  return <Context value={form}>{children}</Context>;
}

export function useRecordForm(): RecordForm {
  const form = use(Context);
  if (!form) throw new Error('This needs a record around it.');
  return form;
}
