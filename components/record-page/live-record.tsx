'use client';

import { use } from 'react';
import { LiveRefresh } from '#components/live/live-refresh.tsx';
import type { Deferred } from '#components/ui/deferred.ts';
import { LazyBoundary } from '#components/ui/lazy-boundary.tsx';

interface LiveRecordProps {
  id: string;
  /** The ids of other records that it names. */
  names: readonly string[];
  /** Ids of the records that its tabs show with parts of their own. */
  shown: Deferred<readonly string[]> | undefined;
}

/** Keeps the page of a record true, also in what its tabs show, once that is known. */
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
