'use client';

import { useState } from 'react';
import { SegmentedControl } from '#components/ui/segmented-control.tsx';
import { DEFAULT_VIEW, sectionsOf, viewsOf } from '#lib/record-page/form-views.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';
import { DetailsSections } from './details-sections.tsx';
import { RecordDates } from './record-dates.tsx';
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
