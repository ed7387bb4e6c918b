'use client';

import { Button } from '#components/ui/button.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { TimelineFilter, TimelinePage } from '#lib/journal/timeline-entry.ts';
import { TimelineItem } from './timeline-item.tsx';
import { type TimelineOf, useTimeline } from './use-timeline.ts';

type TimelineProps = { of: TimelineOf; filter: TimelineFilter; first: TimelinePage };

/** REC-2 · What has happened, newest first, 50 at a time. */
export function Timeline({ of, filter, first }: TimelineProps) {
  const { entries, loadOlder, loadingOlder, loading, failed, retry } = useTimeline(of, filter, first);
  if (loading) return <SkeletonRows rows={4} label="Loading the timeline" />;
  return (
    <>
      {entries.map((entry) => (
        <TimelineItem key={entry.id} entry={entry} kind={of.kind} />
      ))}
      {entries.length === 0 && !failed && <p className="px-3 py-4 text-ink-muted">Nothing of this kind yet.</p>}
      {failed && <LoadFailed onRetry={retry}>The timeline did not answer.</LoadFailed>}
      {loadOlder && (
        <Button variant="quiet" size="s" aria-busy={loadingOlder || undefined} onClick={loadOlder} className="mx-auto">
          Show older
        </Button>
      )}
    </>
  );
}
