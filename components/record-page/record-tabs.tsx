'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { useLinkedEntry } from '#components/timeline/use-linked-entry.ts';
import type { Deferred } from '#components/ui/deferred.ts';
import { LazyBoundary } from '#components/ui/lazy-boundary.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { Serialized } from '#components/ui/serialized.ts';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import type { TimelinePage } from '#lib/journal/timeline-entry.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';
import { recordTimeline } from './record-timeline.ts';
import { RefusalInSight } from './refusal-in-sight.tsx';

const loading = () => <SkeletonRows rows={6} label="Loading" />;

// Loaded when the tab is opened.
const History = dynamic(() => import('#components/timeline/history.tsx').then((module) => module.History), { loading });
const DetailsForm = dynamic(() => import('./details-form.tsx').then((module) => module.DetailsForm), { loading });

/** The panel beside the tabs; on a small screen it is a tab. */
const PROPERTIES = 'properties';

/** A tab of a record's page; its count may load after its label. */
export interface RecordTab {
  id: string;
  label: string;
  count?: ReactNode;
  panel: ReactNode;
  /** MAJ-9 · The tab is first, and the page opens with it. */
  leads?: true;
}

interface RecordTabsProps {
  record: Pick<RecordView, 'kind' | 'number' | 'done'>;
  initial: string | undefined;
  timeline: Deferred<Serialized<TimelinePage>>;
  activity: ReactNode;
  tabs: readonly RecordTab[];
  /** The panel beside the tabs. */
  rail: ReactNode;
}

/** The tabs of a record. An opened tab keeps its state; a tab is rendered when it is first opened. */
export function RecordTabs({ record, initial, timeline, activity, tabs, rail }: RecordTabsProps) {
  // The address may name a tab that this user or kind does not have.
  const ids = ['activity', PROPERTIES, 'details', 'history', ...tabs.map(({ id }) => id)];
  const first = ids.find((id) => id === initial) ?? tabs.find(({ leads }) => leads)?.id ?? 'activity';
  const [tab, setTab] = useState(first);
  const [opened, setOpened] = useState<readonly string[]>([first]);

  const linked = useLinkedEntry();
  const [followed, setFollowed] = useState<string | null>(null);

  function show(id: string) {
    setTab(id);
    setOpened((all) => (all.includes(id) ? all : [...all, id]));
  }

  // A link to an entry opens the conversation, whichever tab is open.
  if (linked !== followed) {
    setFollowed(linked);
    if (linked !== null) show('activity');
  }

  const details = opened.includes('details') && (
    <Panel title="Details" titleHidden>
      <DetailsForm done={record.done} />
    </Panel>
  );
  const history = opened.includes('history') && (
    <LazyBoundary late={'later' in timeline} fallback={loading()}>
      <History source={recordTimeline(record)} first={timeline} />
    </LazyBoundary>
  );
  const ownTabs = tabs.map(({ leads, ...each }) => ({
    leads,
    tab: { ...each, panel: opened.includes(each.id) && each.panel },
  }));
  const all = [
    ...ownTabs.flatMap(({ leads, tab: each }) => (leads ? each : [])),
    { id: 'activity', label: 'Activity', panel: activity },
    { id: PROPERTIES, label: 'Properties', panel: null, narrow: { panelId: PROPERTIES } },
    { id: 'details', label: 'Details', panel: details },
    ...ownTabs.flatMap(({ leads, tab: each }) => (leads ? [] : each)),
    { id: 'history', label: 'History', panel: history },
  ];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <RefusalInSight showDetails={() => show('details')} />
      <Tabs label={record.number} tabs={all} tab={tab} onTabChange={show} />
      <div id={PROPERTIES} className={tab === PROPERTIES ? 'rail' : 'rail max-lg:hidden'}>
        {rail}
      </div>
    </div>
  );
}
