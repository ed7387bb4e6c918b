'use client';

import { use } from 'react';
import { LiveRefresh } from '#components/live/live-refresh.tsx';
import type { Deferred } from '#components/ui/deferred.ts';
import { LazyBoundary } from '#components/ui/lazy-boundary.tsx';

interface LiveRecordProps {
  id: string;
  /** Ids of other records that the record refers to. */
  names: readonly string[];
  /** Ids of the records shown in its tabs. */
  shown: Deferred<readonly string[]> | undefined;
}

/** Refreshes a record's page on changes, including those of records in its tabs once these are known. */
export function LiveRecord({ id, names, shown = { value: [] } }: LiveRecordProps) {
  const alone = <LiveRefresh records={[id]} names={names} />;
  return (
    <LazyBoundary late={'later' in shown} fallback={alone}>
      <WithShown id={id} names={names} shown={shown} />
    </LazyBoundary>
  );
}

function WithShown({ id, names, shown }: LiveRecordProps & { shown: Deferred<readonly string[]> }) {
  const ids = 'later' in shown ? use(shown.later) : shown.value;
  return <LiveRefresh records={[id, ...ids]} names={names} />;
}
