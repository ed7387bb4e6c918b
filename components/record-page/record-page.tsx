'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { RelatedRecords } from '#components/related/related-records.tsx';
import type { Deferred } from '#components/ui/deferred.ts';
import { DraftScope } from '#components/ui/drafts/draft-scope.tsx';
import { InBrowser } from '#components/ui/in-browser.tsx';
import { type Serialized, useDeserialized } from '#components/ui/serialized.ts';
import type { TimelinePage } from '#lib/journal/timeline-entry.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';
import { sourceOf } from '#lib/related/source-ref.ts';
import { Activity } from './activity.tsx';
import { CustomerPanel } from './customer-panel.tsx';
import { LiveRecord } from './live-record.tsx';
import { Properties } from './properties.tsx';
import { RecordActions } from './record-actions.tsx';
import { RecordFormProvider } from './record-form.tsx';
import { RecordHeader } from './record-header.tsx';
import { type RecordTab, RecordTabs } from './record-tabs.tsx';
import { Watchers } from './watchers.tsx';

// Loaded when the tab is opened.
const Attachments = dynamic(() => import('./attachments.tsx').then((module) => module.Attachments), { ssr: false });

/** The parts that a kind adds to the common page of a record. */
export interface RecordParts {
  /** Above all other content. */
  notice?: ReactNode;
  /** Among the buttons. */
  actions?: ReactNode;
  /** Beside the tabs. */
  aside?: ReactNode;
  tabs: readonly RecordTab[];
  /** Ids of the records shown in its tabs. */
  shown?: Deferred<readonly string[]>;
}

interface RecordPageProps {
  view: Serialized<RecordView>;
  timeline: Deferred<Serialized<TimelinePage>>;
  parts: RecordParts;
  viewerId: string;
  tab: string | undefined;
}

/**
 * The page of a record of any kind. It gets data rather than server-rendered elements, so that nothing is sent twice.
 */
export function RecordPage({ view: packed, timeline, parts, viewerId, tab }: RecordPageProps) {
  const view = useDeserialized(packed);
  const { id, kind, number, attachments, maxMegabytes } = view;
  const { related, actions, updates, mayAttach } = view;
  const record = { kind, number };
  const attachmentsTab = {
    id: 'attachments',
    label: 'Attachments',
    count: attachments.length,
    panel: <Attachments {...record} {...{ attachments, maxMegabytes, mayAttach }} />,
  };

  return (
    <DraftScope scope={id}>
      <LiveRecord id={id} names={view.names} shown={parts.shown} />
      <RecordFormProvider details={view}>
        <RecordHeader
          view={view}
          actions={
            <RecordActions {...view} viewerId={viewerId}>
              {parts.actions}
            </RecordActions>
          }
        />
        {parts.notice}
        <RecordTabs
          record={{ ...record, done: view.done }}
          initial={tab}
          timeline={timeline}
          activity={<Activity {...view} timeline={timeline} />}
          tabs={[...parts.tabs, attachmentsTab]}
          rail={
            <>
              <Properties />
              {view.customer && <CustomerPanel {...view.customer} />}
              {related.length > 0 && <RelatedRecords {...{ source: sourceOf(record), related, actions, updates }} />}
              <InBrowser>
                {parts.aside}
                <Watchers
                  {...record}
                  watchers={view.watchers}
                  mayEdit={view.mayEdit}
                  mayWatch={view.mayWatch}
                  viewerId={viewerId}
                />
              </InBrowser>
            </>
          }
        />
      </RecordFormProvider>
    </DraftScope>
  );
}
