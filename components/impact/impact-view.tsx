'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { SegmentedControl } from '#components/ui/segmented-control.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { toast } from '#components/ui/toast.ts';
import { type ImpactPill, impactPillNames, impactPills } from '#lib/impact/pills.ts';
import type { ImpactFigures } from '#lib/impact/queries/impact-figures.ts';
import type { ImpactRow } from '#lib/impact/queries/impact-page.ts';
import { ImpactFigures as Figures } from './impact-figures.tsx';
import { ImpactList } from './impact-list.tsx';
import type { ImpactSource } from './impact-source.ts';
import { useImpactFigures, useImpactPages, useImpactRefresh } from './use-impact.ts';
import { useSelected } from './use-selected.ts';

// Loaded with its layout code when it is opened (Q-5).
const ImpactPicture = dynamic(() => import('./impact-picture.tsx').then((module) => module.ImpactPicture), {
  ssr: false,
  loading: () => <SkeletonRows rows={6} label="Loading the map" />,
});

const views = [
  { value: 'table', label: 'Table' },
  { value: 'picture', label: 'Map' },
] as const;

export interface ImpactViewProps {
  source: ImpactSource;
  /** Actions for all affected customers; a selection replaces them with its own. */
  bar?: (figures: ImpactFigures | undefined) => ReactNode;
  /** Actions for the selected customers. */
  actions?: (selected: readonly ImpactRow[], onDone: () => void) => ReactNode;
}

/** IMP-1, IMP-2, IMP-3 · Who is affected: figures, with a table or a drawing. */
export function ImpactView({ source, bar, actions }: ImpactViewProps) {
  const [pill, setPill] = useState<ImpactPill>('all');
  const [view, setView] = useState<(typeof views)[number]['value']>('table');
  const [refreshing, setRefreshing] = useState(false);
  const { data: figures, error, refetch } = useImpactFigures(source);
  const refresh = useImpactRefresh(source);
  const ofRecord = 'recordId' in source;
  const pages = useImpactPages(source, pill);
  const rows = (pages.data?.pages ?? []).flatMap((page) => page.rows);
  const selected = useSelected(rows);
  const pills = impactPillNames.filter((name) => ofRecord || name === 'all' || name === 'critical');

  async function refreshNow() {
    setRefreshing(true);
    await refresh();
    setRefreshing(false);
    toast({ text: 'Impacted services refreshed.' });
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {error && !figures && (
        <LoadFailed error={error} onRetry={() => void refetch()}>
          The figures couldn't be loaded.
        </LoadFailed>
      )}
      <Figures figures={figures} ofRecord={ofRecord} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <SegmentedControl label="View" value={view} onChange={setView} options={views} />
        <div className="flex flex-wrap items-center gap-2">
          <Button size="s" aria-busy={refreshing || undefined} onClick={() => void refreshNow()}>
            Refresh Impacted Services
          </Button>
          {(view === 'picture' || selected.rows.length === 0) && bar?.(figures)}
        </div>
      </div>
      {view === 'table' && (
        <SegmentedControl
          label="Affected customers"
          value={pill}
          onChange={(other) => {
            setPill(other);
            selected.select(new Set());
          }}
          options={pills.map((value) => ({
            value,
            label: impactPills[value],
            ...(figures ? { count: figures.byPill[value] } : {}),
          }))}
        />
      )}
      {view === 'table' ? (
        <ImpactList {...{ pages, rows, selected, pill, ofRecord, actions }} affected={figures?.byPill.all} />
      ) : (
        <ImpactPicture source={source} />
      )}
    </div>
  );
}
