'use client';

import { Button } from '#components/ui/button.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { useReader } from '#components/ui/locale-provider.tsx';
import type { Packed } from '#components/ui/packed.ts';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Soon } from '#components/ui/soon.ts';
import { useInBrowser } from '#components/ui/use-in-browser.ts';
import type { TimelineFilter, TimelinePage } from '#lib/journal/timeline-entry.ts';
import { TimelineItem } from './timeline-item.tsx';
import { type TimelineSource, useTimeline } from './use-timeline.ts';
import { ReadEntryContext } from './use-whole-text.ts';

/** Q-17 · More than a screen shows: so many the server draws, and the browser the others, from the data that came with them. */
const DRAWN_BY_SERVER = 12;

interface TimelineProps {
  source: TimelineSource;
  filter: TimelineFilter;
  first: Soon<Packed<TimelinePage>>;
  /** What marks a comment: who reads it. */
  commentLabel: string;
  /** What the record is called in a sentence. */
  noun: string;
}

/** REC-2 · What has happened, newest first, page by page. It suspends while its first page is on its way. */
export function Timeline({ source, filter, first, commentLabel, noun }: TimelineProps) {
  const { entries, loadOlder, loadingOlder, loading, failed, retry } = useTimeline(source, filter, first);
  const reader = useReader();
  const inBrowser = useInBrowser();
  if (loading) return <TimelineSkeleton />;
  return (
    <ReadEntryContext value={source}>
      {(inBrowser ? entries : entries.slice(0, DRAWN_BY_SERVER)).map((entry) => (
        <TimelineItem key={entry.id} entry={entry} reader={reader} commentLabel={commentLabel} noun={noun} />
      ))}
      {entries.length === 0 && !failed && <p className="px-3 py-4 text-ink-muted">Nothing of this kind yet.</p>}
      {failed && <LoadFailed onRetry={retry}>The timeline did not answer.</LoadFailed>}
      {loadOlder && (
        <Button variant="quiet" size="s" aria-busy={loadingOlder || undefined} onClick={loadOlder} className="mx-auto">
          Show older
        </Button>
      )}
    </ReadEntryContext>
  );
}

/** The place of a timeline that is on its way. */
export function TimelineSkeleton() {
  return <SkeletonRows rows={4} label="Loading the timeline" />;
}
