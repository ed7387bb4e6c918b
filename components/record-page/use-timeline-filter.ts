'use client';

import { useContext, useState, useSyncExternalStore } from 'react';
import { rememberChoice, rememberedChoice } from '#components/ui/drafts/stored-choice.ts';
import { DraftScopeContext } from '#components/ui/drafts/use-draft-text.ts';
import { type TimelineFilter, timelineFilters } from '#lib/journal/timeline-entry.ts';
import type { RecordView } from '#lib/record-page/record-view.ts';

const nothingToHear = () => () => {};

/** The timeline filter: the user's last choice in this browser for the kind. */
export function useTimelineFilter(kind: RecordView['kind']) {
  const who = useContext(DraftScopeContext)?.split(' ')[0] ?? '';
  const key = `${who} timeline ${kind}`;
  const stored = useSyncExternalStore(
    nothingToHear,
    () => rememberedChoice(key, timelineFilters),
    () => null,
  );
  const [shown, setShown] = useState<TimelineFilter | null>(null);

  function choose(filter: TimelineFilter) {
    setShown(filter);
    rememberChoice(key, filter);
  }

  // A link's target is shown once without changing the stored choice.
  return { filter: shown ?? stored ?? 'all', choose, showAll: () => setShown('all') };
}
