'use client';

import { useState } from 'react';
import { usePageActions } from '#components/shell/page-actions.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import { updateTaskAction } from '#lib/task/actions.ts';
import { tellsSentence } from '#lib/task/rules/told-sentence.ts';
import { ConflictBanner } from './conflict-banner.tsx';
import { conflictsOf, errorsOf } from './conflicts.ts';
import type { Details } from './details.ts';
import { DETAILS_FORM } from './details-form-id.ts';
import { DetailsSections } from './details-sections.tsx';
import { RefusalBanner } from './refusal-banner.tsx';
import { useDraft } from './use-draft.ts';
import { useSend } from './use-send.ts';

/** The fields of a record, to change: REC-3, REC-5, and SYNC-3 before and after saving. */
export function DetailsForm({ details }: { details: Details }) {
  const { kind, number, version, fields, telling } = details;
  const draft = useDraft(fields, version);
  const [comment, setComment] = useState('');
  const { send, pending, refused, forget } = useSend();
  const conflicts = conflictsOf(refused);

  const asksComment = Object.entries(details.commentWith).some(
    ([name, value]) => draft.names.includes(name) && draft.valueOf(name) === value,
  );
  const tells = telling.count > 0 && draft.names.some((name) => telling.fields.includes(name));

  function save(seen: number) {
    if (draft.names.length === 0) {
      toast({ tone: 'info', text: 'Nothing has been changed.' });
      return;
    }
    const { values } = draft;
    const words = asksComment && comment.trim() ? { comment } : {};
    send(
      () => updateTaskAction({ kind, number, version: seen, values, ...words }),
      () => {
        draft.saved(values);
        setComment('');
      },
    );
  }

  usePageActions([{ label: 'Save', key: 's', run: () => save(draft.version) }]);

  /** How what one has typed reads: choices by their labels. */
  function shownOf(name: string): string {
    const value = String(draft.valueOf(name) ?? '');
    return draft.displayOf(name) || (fields[name]?.options?.find((option) => option.value === value)?.label ?? value);
  }

  return (
    <form
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
          shownOf={shownOf}
          onApplyMine={() => save(conflicts.version)}
          onTakeTheirs={() => {
            draft.without(conflicts.conflicts.map(({ field }) => field));
            forget();
          }}
        />
      ) : (
        <RefusalBanner refused={refused} />
      )}
      <DetailsSections details={details} draft={draft} errors={errorsOf(refused, conflicts)}>
        {asksComment && (
          <Field
            label="Additional comment"
            required
            error={refused?.fieldErrors?.comment ?? []}
            hint="The question. It is sent as an additional comment."
            className="col-span-full"
          >
            {(control) => (
              <TextArea {...control} rows={2} value={comment} onChange={({ target }) => setComment(target.value)} />
            )}
          </Field>
        )}
      </DetailsSections>
      {draft.names.length > 0 && (
        <div className="sticky bottom-0 -mx-4 -mb-4 mt-4 flex flex-wrap items-center gap-3 rounded-b-md border-t bg-raised px-4 py-2 text-sm">
          <p aria-live="polite" className="min-w-0 flex-1 text-ink-muted">
            Not saved: {draft.names.map((name) => fields[name]?.label ?? name).join(', ')}.{' '}
            {tells && <strong className="font-medium text-ink">{tellsSentence('Saving', telling.count)}</strong>}
          </p>
          <Button
            size="s"
            variant="quiet"
            onClick={() => {
              draft.without(draft.names);
              forget();
            }}
          >
            Discard
          </Button>
        </div>
      )}
    </form>
  );
}
