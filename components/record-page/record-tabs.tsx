'use client';

import { type ReactNode, useState } from 'react';
import { History } from '#components/timeline/history.tsx';
import type { TimelineOf } from '#components/timeline/use-timeline.ts';
import { Tabs } from '#components/ui/tabs.tsx';
import type { TimelinePage } from '#lib/journal/timeline-entry.ts';

interface RecordTabsProps {
  of: TimelineOf;
  initial: string;
  first: TimelinePage;
  tabs: readonly { id: string; label: string; count?: number; panel: ReactNode }[];
}

/** Details and what else belongs to a record; History is asked for when somebody wants to see it. */
export function RecordTabs({ of, initial, first, tabs }: RecordTabsProps) {
  const [tab, setTab] = useState(initial);
  const history = { id: 'history', label: 'History', panel: tab === 'history' && <History of={of} first={first} /> };
  return <Tabs label={of.number} tabs={[...tabs, history]} tab={tab} onTabChange={setTab} />;
}
