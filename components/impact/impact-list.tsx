'use client';

import type { ReactNode } from 'react';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { Selection } from '#components/ui/selection.tsx';
import { ShowMore } from '#components/ui/show-more.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { emptyPillText, type ImpactPill } from '#lib/impact/pills.ts';
import type { ImpactRow } from '#lib/impact/queries/impact-page.ts';
import { amount } from '#lib/platform/money.ts';
import { ImpactTable } from './impact-table.tsx';
import type { ImpactPages } from './use-impact.ts';
import type { Selected } from './use-selected.ts';

interface ImpactListProps {
  pages: ImpactPages;
  rows: readonly ImpactRow[];
  selected: Selected;
  pill: ImpactPill;
  ofRecord: boolean;
  /** The number of affected customers, regardless of the chosen pill. */
  affected: number | undefined;
  /** Actions for the selected customers. */
  actions?: (selected: readonly ImpactRow[], onDone: () => void) => ReactNode;
}

/** IMP-1 · The affected customers in a pill, fifty at a time. */
export function ImpactList({ pages, rows, selected, pill, ofRecord, affected, actions }: ImpactListProps) {
  const { data, error, refetch } = pages;
  const cents = selected.rows.reduce((sum, { contractCents }) => sum + contractCents, 0);

  if (error && !data)
    return (
      <LoadFailed error={error} onRetry={() => void refetch()}>
        The affected customers couldn't be loaded.
      </LoadFailed>
    );
  if (!data) return <SkeletonRows rows={6} label="Loading the affected customers" />;
  if (rows.length === 0) {
    const { title, text } = emptyPillText(affected === 0 ? 'all' : pill);
    return <EmptyState title={title}>{text}</EmptyState>;
  }
  return (
    <>
      <Checkbox
        label="Select all shown"
        checked={selected.rows.length === rows.length}
        onChange={({ target }) => selected.select(new Set(target.checked ? rows.map(({ id }) => id) : []))}
        className="px-2 text-sm text-ink-muted"
      />
      <ImpactTable rows={rows} ofRecord={ofRecord} selected={selected.ids} onSelect={selected.select} />
      <ShowMore pages={pages} />
      {selected.rows.length > 0 && (
        <Selection
          count={selected.rows.length}
          note={cents > 0 && `contract value ${amount(cents)}`}
          onClear={() => selected.select(new Set())}
        >
          {actions?.(selected.rows, () => selected.select(new Set()))}
        </Selection>
      )}
    </>
  );
}
