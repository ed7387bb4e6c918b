'use client';

import { type ReactNode, Suspense, useState } from 'react';
import { History, HistorySkeleton } from '#components/timeline/history.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import type { TimelinePage } from '#lib/journal/timeline-entry.ts';
import type { RecordView } from '#lib/task/record-view.ts';
import { recordTimeline } from './record-timeline.ts';

/** A tab of a record's page; its count may come a moment later than its label. */
export interface RecordTab {
  id: string;
  label: string;
  count?: ReactNode;
  panel: ReactNode;
}

interface RecordTabsProps {
  record: Pick<RecordView, 'kind' | 'number'>;
  initial: string;
  timeline: Promise<TimelinePage>;
  tabs: readonly RecordTab[];
}

/** Details and what else belongs to a record; History is asked for when somebody wants to see it. */
export function RecordTabs({ record, initial, timeline, tabs }: RecordTabsProps) {
  const [tab, setTab] = useState(initial);
  const panel = tab === 'history' && (
    <Suspense fallback={<HistorySkeleton />}>
      <History source={recordTimeline(record)} first={timeline} />
    </Suspense>
  );
  const history = { id: 'history', label: 'History', panel };
  return <Tabs label={record.number} tabs={[...tabs, history]} tab={tab} onTabChange={setTab} />;
}
