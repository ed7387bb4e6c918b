'use client';

import dynamic from 'next/dynamic';
import { RefusalBanner } from '#components/actions/refusal-banner.tsx';
import { missingLabels } from '#components/field/missing-labels.ts';
import { ForesightButton } from '#components/foresight/foresight-button.tsx';
import { Button } from '#components/ui/button.tsx';
import { formFields } from './form-fields.ts';
import { useRecordForm } from './record-form.tsx';

// Loaded on a conflict between two users.
const FieldConflicts = dynamic(() => import('./field-conflicts.tsx').then((module) => module.FieldConflicts), {
  ssr: false,
});

/** The unsaved changes with *Save* and *Discard*, always visible; and why saving was refused. */
export function UnsavedStrip() {
  const { details, draft, question, considered, affects, conflicts, refused, pending, save, reset, discard } =
    useRecordForm();
  const labels = draft.names.map((name) => details.fields[name]?.label ?? name);
  const closed = draft.names.every((name) => !details.fields[name]?.editable);
  const { needed } = formFields(details, draft.valueOf);
  const missing = missingLabels(
    needed.flatMap((name) => details.fields[name] ?? []),
    draft.valueOf,
    { 'Additional comment': question?.value },
  );
  return (
    <div className="basis-full empty:hidden md:order-last">
      {conflicts ? (
        <FieldConflicts
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
      {labels.length > 0 && (
        <div className="flex flex-wrap items-center gap-3 rounded-md bg-sunken px-3 py-1.5 text-sm">
          <p aria-live="polite" className="min-w-0 flex-1 text-ink-muted max-sm:basis-full">
            {closed ? 'Not saved: it can no longer be changed' : 'Not saved'}: {labels.join(', ')}.{' '}
            {affects.message && <strong className="font-medium text-ink">{affects.message}</strong>}{' '}
            {affects.replies && (
              <a href={affects.replies} className="text-link underline">
                Replies
              </a>
            )}
          </p>
          {!closed && <ForesightButton considered={considered} missing={missing} />}
          <Button size="s" variant="quiet" onClick={discard}>
            Discard
          </Button>
          {!closed && (
            <Button size="s" variant="primary" aria-busy={pending || undefined} onClick={() => save()}>
              Save
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
