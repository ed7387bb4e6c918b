import type { ReactNode } from 'react';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import { tabId } from '#components/record-page/tab-id.ts';
import { type Deferred, mapDeferred } from '#components/ui/deferred.ts';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { SlowCount, SlowPart } from '#components/ui/slow-part.tsx';

interface SlowTab<T> {
  label: string;
  of: Deferred<T>;
  countOf: (loaded: T) => number;
  /** Rows of the placeholder. */
  rows?: number;
  panel: (loaded: T) => ReactNode;
}

/** A tab whose count and content may load later than the page. */
export function slowTab<T>({ label, of, countOf, rows = 3, panel }: SlowTab<T>): RecordTab {
  return {
    id: tabId(label),
    label,
    count: <SlowCount of={mapDeferred(of, countOf)} />,
    panel: (
      <SlowPart of={of} fallback={<SkeletonRows rows={rows} label={`Loading ${label.toLowerCase()}`} />}>
        {panel}
      </SlowPart>
    ),
  };
}
