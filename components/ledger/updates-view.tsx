'use client';

import { EmptyState } from '#components/ui/empty-state.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { ShowMore } from '#components/ui/show-more.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { EarlierUpdates as Earlier } from '#lib/ledger/queries/earlier-updates.ts';
import type { OfferedUpdates } from '#lib/ledger/queries/offered-updates.ts';
import { RuleList } from './figures.tsx';
import { MailList } from './mail-list.tsx';
import { ReceivedUpdates } from './received-updates.tsx';
import { UpdatesTable } from './updates-table.tsx';
import { type UpdatesSource, useUpdates } from './use-updates.ts';

interface UpdatesViewProps extends OfferedUpdates {
  source: UpdatesSource;
}

/** SYNC-6 · The effects of a record's updates or why they are not shown, and the updates that it received, newest first. */
export function UpdatesView({ source, sends, refusal, receives }: UpdatesViewProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {sends && <SentUpdates source={source} />}
      {refusal && <p className="text-ink-muted">{refusal}</p>}
      {receives && <ReceivedUpdates source={source} />}
    </div>
  );
}

function SentUpdates({ source }: { source: UpdatesSource }) {
  const { rows, earlier, error, refetch, ...pages } = useUpdates(source);
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
          When a change of this record makes rules update other records, it appears here, with the records left out and
          why.
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <UpdatesTable caption={`Updates of ${source.number}`} updates={rows} onRetried={() => void refetch()} />
      )}
      <ShowMore pages={pages} />
      {earlier && <EarlierUpdates earlier={earlier} />}
    </section>
  );
}

/** SYNC-6 · Totals of updates that are no longer stored individually. */
function EarlierUpdates({ earlier: { count, until, rules, mails } }: { earlier: Earlier }) {
  return (
    <section aria-label="Earlier updates" className="grid gap-2 border-t border-line pt-3 text-sm">
      <h2 className="font-medium">
        {count === 1 ? '1 earlier update' : `${count.toLocaleString('en')} earlier updates`}, until{' '}
        <ExactTime at={until} dateOnly />
      </h2>
      <div className="grid gap-3 md:grid-cols-[minmax(0,1fr)_8rem]">
        <RuleList rules={rules} />
        <MailList mails={mails} />
      </div>
    </section>
  );
}
