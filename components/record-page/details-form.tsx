'use client';

import { useState } from 'react';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { SegmentedControl } from '#components/ui/segmented-control.tsx';
import { DEFAULT_VIEW, sectionsOf, viewsOf } from '#lib/record-page/form-views.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';
import { DetailsSections } from './details-sections.tsx';
import { useRecordForm } from './record-form.tsx';
import { SavedByEnter } from './saved-by-enter.tsx';

/** The form with all fields of a record: REC-3, REC-5. */
export function DetailsForm({ done }: Pick<RecordView, 'done'>) {
  const { sections } = useRecordForm().details;
  const views = viewsOf(sections);
  const [view, setView] = useState(DEFAULT_VIEW);
  return (
    <>
      <SavedByEnter>
        {views.length > 1 && (
          <SegmentedControl
            label="View"
            options={views.map((name) => ({ value: name, label: name }))}
            value={view}
            onChange={setView}
          />
        )}
        <DetailsSections sections={sectionsOf(sections, view)} />
      </SavedByEnter>
      <RecordDates done={done} />
    </>
  );
}

/** REC-2 · The dates of a record's main events, and who caused them if known. */
function RecordDates({ done }: Pick<RecordView, 'done'>) {
  return (
    <dl className="mt-4 flex flex-wrap gap-x-6 gap-y-1 border-t pt-3 text-sm">
      {done.map(({ what, at, by }) => (
        <div key={what} className="flex flex-wrap gap-x-1.5">
          <dt className="text-ink-faint">{what}</dt>
          <dd className="text-ink-muted">
            <ExactTime at={at} />
            {by && ` by ${by}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
