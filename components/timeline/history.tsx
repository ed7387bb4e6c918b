'use client';

import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import type { Deferred } from '#components/ui/deferred.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import type { Serialized } from '#components/ui/serialized.ts';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { TimelinePage } from '#lib/journal/timeline-entry.ts';
import { type TimelineSource, useTimeline } from './use-timeline.ts';

/** REC-2 · Every change of every field, newest first. */
export function History({ source, first }: { source: TimelineSource; first: Deferred<Serialized<TimelinePage>> }) {
  const { entries, loadOlder, loading, failed, retry } = useTimeline(source, 'change', first);
  const changes = entries.flatMap((entry) =>
    entry.type === 'change' ? entry.lines.map((line) => ({ ...line, key: `${entry.id} ${line.label}`, entry })) : [],
  );
  if (loading) return <SkeletonRows rows={6} label="Loading the history" />;
  const failure = failed && <LoadFailed onRetry={retry}>Couldn't load the history.</LoadFailed>;
  if (changes.length === 0) return failure || <EmptyState title="No field has been changed yet" />;
  return (
    <>
      {failure}
      <DataTable
        caption="History"
        rows={changes}
        rowKey={({ key }) => key}
        columns={[
          { heading: 'When', cellClass: 'whitespace-nowrap', cell: ({ entry }) => <ExactTime at={entry.at} /> },
          { heading: 'Who', cell: ({ entry }) => entry.by },
          { heading: 'Field', cell: ({ label }) => label },
          { heading: 'Old value', cellClass: 'wrap-anywhere', cell: ({ from }) => from },
          { heading: 'New value', cellClass: 'wrap-anywhere', cell: ({ to }) => to },
        ]}
      />
      {loadOlder && (
        <Button variant="quiet" size="s" onClick={loadOlder} className="mx-auto mt-3 flex">
          Show older
        </Button>
      )}
    </>
  );
}
