'use client';

import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { EarlierUpdates } from './earlier-updates.tsx';
import { UpdatesTable } from './updates-table.tsx';
import { type UpdatesSource, useUpdates } from './use-updates.ts';

interface UpdatesViewProps {
  source: UpdatesSource;
}

/** SYNC-6 · The effects of a record's updates, newest first. */
export function UpdatesView({ source }: UpdatesViewProps) {
  const { rows, earlier, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useUpdates(source);
  return (
    <section aria-label="Updates" className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {error && !rows && (
        <LoadFailed error={error} onRetry={() => void refetch()}>
          The updates could not be loaded.
        </LoadFailed>
      )}
      {!rows && !error && <SkeletonRows rows={6} label="Loading the updates" />}
      {rows?.length === 0 && !earlier && (
        <EmptyState title="No updates yet">
          Each update that rules write into other records appears here, with what was left out and why.
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <UpdatesTable caption={`Updates of ${source.number}`} updates={rows} onRetried={() => void refetch()} />
      )}
      {hasNextPage && (
        <p className="flex justify-center py-3">
          <Button size="s" aria-busy={isFetchingNextPage || undefined} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </p>
      )}
      {earlier && <EarlierUpdates earlier={earlier} />}
    </section>
  );
}
