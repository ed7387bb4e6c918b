'use client';

import type { ReactNode } from 'react';
import { RelatedRecords } from '#components/related/related-records.tsx';
import { KeptTextsAbout } from '#components/ui/kept/kept-texts-about.tsx';
import { type Packed, useUnpacked } from '#components/ui/packed.ts';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { Soon } from '#components/ui/soon.ts';
import type { TimelinePage } from '#lib/journal/timeline-entry.ts';
import type { RecordView } from '#lib/task/record-view.ts';
import { Activity } from './activity.tsx';
import { Attachments } from './attachments.tsx';
import { DetailsForm } from './details-form.tsx';
import { LiveRecord } from './live-record.tsx';
import { RecordActions } from './record-actions.tsx';
import { RecordDates } from './record-dates.tsx';
import { type RecordTab, RecordTabs } from './record-tabs.tsx';
import { StatusLine } from './status-line.tsx';
import { Watchers } from './watchers.tsx';

/** What a record has by its kind, beside what every record's page has. */
export interface RecordParts {
  /** Above everything. */
  notice?: ReactNode;
  /** Among the buttons. */
  actions?: ReactNode;
  /** Beside the tabs. */
  aside?: ReactNode;
  tabs: readonly RecordTab[];
  /** Ids of the records that its tabs show with parts of their own. */
  shown?: Soon<readonly string[]>;
}

interface RecordPageProps {
  view: Packed<RecordView>;
  timeline: Soon<Packed<TimelinePage>>;
  parts: RecordParts;
  viewerId: string;
  tab: string | undefined;
}

/**
 * The page of a record of any kind, drawn from data: what the browser can draw anew is not sent as a tree of elements as
 * well.
 */
export function RecordPage({ view: packed, timeline, parts, viewerId, tab }: RecordPageProps) {
  const view = useUnpacked(packed);
  const { id, kind, number, version, state, fields, sections, stateFields, fieldsWith, commentWith, propagation } =
    view;
  const { attachments, maxMegabytes, mayComment, audience, related, actions, updates, watchers, mayEdit, names } = view;
  const record = { kind, number };
  const details = { ...record, version, state, fields, sections, stateFields, fieldsWith, commentWith, propagation };
  const detailsTab = {
    id: 'details',
    label: 'Details',
    panel: (
      <Panel title="Details" titleHidden>
        <DetailsForm details={details} />
        <RecordDates done={view.done} />
      </Panel>
    ),
  };
  const attachmentsTab = {
    id: 'attachments',
    label: 'Attachments',
    count: attachments.length,
    panel: <Attachments {...record} {...{ attachments, maxMegabytes }} mayAttach={view.mayAttach} />,
  };

  return (
    <KeptTextsAbout about={id}>
      <LiveRecord id={id} names={names} shown={parts.shown} />
      <PageHeader
        number={number}
        title={view.title}
        meta={<StatusLine {...view} />}
        actions={
          <RecordActions {...view} viewerId={viewerId}>
            {parts.actions}
          </RecordActions>
        }
      />
      {parts.notice}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <div className="contents lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:grid lg:gap-4">
          {related.length > 0 && <RelatedRecords {...{ number, related, actions, updates }} />}
          <div className="grid gap-4 max-lg:order-last">
            {parts.aside}
            <Watchers {...record} watchers={watchers} mayEdit={mayEdit} mayWatch={view.mayWatch} viewerId={viewerId} />
          </div>
        </div>
        <div className="grid min-w-0 gap-4 lg:col-start-1 lg:row-start-1">
          <div className="min-w-0 max-lg:order-last">
            <RecordTabs
              record={record}
              initial={tab ?? 'details'}
              timeline={timeline}
              tabs={[detailsTab, ...parts.tabs, attachmentsTab]}
            />
          </div>
          <Activity
            {...record}
            mayComment={mayComment}
            mayNote={view.mayNote}
            audience={audience}
            propagation={propagation}
            timeline={timeline}
          />
        </div>
      </div>
    </KeptTextsAbout>
  );
}
