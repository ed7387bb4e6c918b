'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { LateBoundary } from '#components/ui/late-boundary.tsx';
import type { Packed } from '#components/ui/packed.ts';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Soon } from '#components/ui/soon.ts';
import { Tabs } from '#components/ui/tabs.tsx';
import type { TimelinePage } from '#lib/journal/timeline-entry.ts';
import type { RecordView } from '#lib/task/record-view.ts';
import { recordTimeline } from './record-timeline.ts';

const LoadingHistory = () => <SkeletonRows rows={6} label="Loading the history" />;

// Its code comes when somebody wants to see it.
const History = dynamic(() => import('#components/timeline/history.tsx').then((module) => module.History), {
  loading: LoadingHistory,
});

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
  timeline: Soon<Packed<TimelinePage>>;
  tabs: readonly RecordTab[];
}

/** Details and what else belongs to a record; History is asked for when somebody wants to see it. */
export function RecordTabs({ record, initial, timeline, tabs }: RecordTabsProps) {
  const [tab, setTab] = useState(initial);
  const panel = tab === 'history' && (
    <LateBoundary late={'later' in timeline} fallback={<LoadingHistory />}>
      <History source={recordTimeline(record)} first={timeline} />
    </LateBoundary>
  );
  const history = { id: 'history', label: 'History', panel };
  return <Tabs label={record.number} tabs={[...tabs, history]} tab={tab} onTabChange={setTab} />;
}
