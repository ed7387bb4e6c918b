'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { Selection } from '#components/ui/selection.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { ImpactPill } from '#lib/impact/pills.ts';
import type { ImpactRow } from '#lib/impact/queries/impact-page.ts';
import { amount } from '#lib/platform/money.ts';
import type { ImpactSource } from './impact-source.ts';
import { ImpactTable } from './impact-table.tsx';
import { useImpactPages } from './use-impact.ts';

const nobody: Readonly<Record<ImpactPill, string>> = {
  all: 'Accounts and consumers appear here that have something installed on what fails or on what depends on it, and those of associated cases.',
  critical: 'No business service that customers depend on is reported as not operational.',
  no_proactive: 'Every affected customer has a proactive case.',
  no_communication: 'Every affected customer has been written to.',
};

interface ImpactListProps {
  source: ImpactSource;
  pill: ImpactPill;
  /** What can be done about the selected customers. */
  actions?: (selected: readonly ImpactRow[]) => ReactNode;
}

const none: ReadonlySet<string> = new Set();

/** IMP-1 · The affected customers of a pill, fifty at a time. */
export function ImpactList({ source, pill, actions }: ImpactListProps) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useImpactPages(source, pill);
  const [chosen, setChosen] = useState(none);
  const rows = (data?.pages ?? []).flatMap((page) => page.rows);
  const selected = rows.filter(({ id }) => chosen.has(id));
  const cents = selected.reduce((sum, { contractCents }) => sum + contractCents, 0);

  if (error && !data)
    return (
      <LoadFailed error={error} onRetry={() => void refetch()}>
        The affected customers did not answer.
      </LoadFailed>
    );
  if (!data) return <SkeletonRows rows={6} label="Loading the affected customers" />;
  if (rows.length === 0) return <EmptyState title="No affected customers">{nobody[pill]}</EmptyState>;
  return (
    <>
      <Checkbox
        label="Select all that are shown"
        checked={selected.length === rows.length}
        onChange={({ target }) => setChosen(new Set(target.checked ? rows.map(({ id }) => id) : []))}
        className="px-2 text-sm text-ink-muted"
      />
      <ImpactTable rows={rows} ofRecord={'recordId' in source} selected={chosen} onSelect={setChosen} />
      {hasNextPage && (
        <p className="flex justify-center py-3">
          <Button size="s" aria-busy={isFetchingNextPage || undefined} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </p>
      )}
      {selected.length > 0 && (
        <Selection
          count={selected.length}
          note={cents > 0 && `contract value ${amount(cents)}`}
          onClear={() => setChosen(none)}
        >
          {actions?.(selected)}
        </Selection>
      )}
    </>
  );
}
