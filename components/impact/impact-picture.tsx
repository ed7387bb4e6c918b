'use client';

import { useMemo } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { customersOf, type ImpactPicture as Picture } from '#lib/impact/picture.ts';
import type { ImpactSource } from './impact-source.ts';
import { layOut } from './picture-layout.ts';
import { PictureNode } from './picture-node.tsx';
import { PictureTable } from './picture-table.tsx';
import { useImpactPart } from './use-impact.ts';

/** A scrollable area must be focusable, so that keys can scroll it. */
const REACHED_BY_KEYS = 0;

/** The drawing keeps its size so that labels stay readable; it scrolls sideways on narrow screens. */
function Drawing({ picture }: { picture: Picture }) {
  const { width, height, columns, nodes, lines } = useMemo(() => layOut(picture), [picture]);
  return (
    <section
      aria-label="Impact map"
      tabIndex={REACHED_BY_KEYS}
      className="overflow-x-auto rounded-md border bg-canvas p-3"
    >
      <svg role="img" aria-label="Dependencies, also listed in the table below" style={{ width, height }}>
        {columns.map(({ label, x }, index) => (
          <text key={x} x={x} y={14} className="fill-ink-muted text-sm font-medium">
            {label === columns[index - 1]?.label ? '' : label}
          </text>
        ))}
        {lines.map(({ key, d }) => (
          <path key={key} d={d} className="fill-none stroke-line-strong" />
        ))}
        {nodes.map((placed) => (
          <PictureNode key={placed.node.key} {...placed} customers={customersOf(picture, placed.node.key)} />
        ))}
      </svg>
    </section>
  );
}

/** IMP-3 · The paths from the failing item to the customers, as a drawing and as an equivalent table. */
export function ImpactPicture({ source }: { source: ImpactSource }) {
  const { data, error, refetch } = useImpactPart<Picture>(source, 'picture');
  if (error && !data)
    return (
      <LoadFailed error={error} onRetry={() => void refetch()}>
        The map couldn't be loaded.
      </LoadFailed>
    );
  if (!data) return <SkeletonRows rows={6} label="Loading the map" />;
  if (data.nodes.length === 0)
    return (
      <EmptyState title="No dependencies">
        The map starts from a configuration item or from associated cases.
      </EmptyState>
    );
  return (
    <>
      <Drawing picture={data} />
      <PictureTable {...data} />
    </>
  );
}
