import type { ReactNode } from 'react';
import { Presence } from '#components/live/presence.tsx';
import { RecordPriority } from '#components/record/record-priority.tsx';
import { RecordState } from '#components/record/record-state.tsx';
import { Facts } from '#components/ui/facts.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { RecordView } from '#lib/record-page/record-view.ts';
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

/** The key facts of a record, and the other users who view it. */
function StatusLine({ id, number, type, state, fields, openedAt }: RecordView) {
  const shown = (name: string) => fields[name]?.display ?? '';
  const person = [fields.contactId, fields.consumerId, fields.callerId, fields.requestedForId].find(
    (field) => field?.display,
  );
  const facts = [
    { term: 'Type', detail: type ?? '' },
    { term: 'State', detail: <RecordState state={state} /> },
    {
      term: 'Priority',
      detail: <RecordPriority level={Number(fields.priority?.value)} label={shown('priority')} />,
    },
    { term: 'Assigned to', detail: shown('assignedToId') || 'Nobody', wide: true },
    { term: 'Account', detail: shown('accountId'), wide: true },
    { term: person === fields.consumerId ? 'Contact' : (person?.label ?? ''), detail: person?.display ?? '' },
    { term: 'Opened', detail: <RelativeTime at={openedAt} />, wide: true },
  ];
  return (
    <>
      <Facts inline terse items={facts.filter(({ detail }) => detail !== '')} />
      <Presence taskId={id} number={number} />
    </>
  );
}
