import type { ReactNode } from 'react';
import type { RecordView } from '#lib/record-page/record-view.ts';
import { StatusLine } from './status-line.tsx';
import { UnsavedStrip } from './unsaved-strip.tsx';

/** Number, title, state, actions and unsaved changes, always visible while the page scrolls. */
export function RecordHeader({ view, actions }: { view: RecordView; actions: ReactNode }) {
  return (
    <header className="record-header">
      <h1 title={view.title}>
        <span className="record-number">{view.number} </span>
        <bdi>{view.title}</bdi>
      </h1>
      <div className="record-actions">{actions}</div>
      <div className="record-status">
        <StatusLine {...view} />
      </div>
      <UnsavedStrip />
    </header>
  );
}
