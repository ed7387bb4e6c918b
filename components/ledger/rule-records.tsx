'use client';

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { SomeNumbers } from '#components/record/some-numbers.tsx';
import { fetchJson } from '#components/ui/fetch-json.ts';
import { Icon } from '#components/ui/icon.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { RuleRecords as Records } from '#lib/ledger/queries/rule-records.ts';
import type { RecordSample } from '#lib/record/record-sample.ts';
import { MailList } from './mail-list.tsx';

interface RuleRecordsProps {
  updateId: string;
  rule: string;
  /** The rule's figures, which open the list. */
  children: ReactNode;
}

/** SYNC-6 · A rule's figures in an update; they open the records that it wrote, and those that it left out. */
export function RuleRecords({ updateId, rule, children }: RuleRecordsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="group" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="flex cursor-pointer list-none gap-1">
        <Icon name="chevron-right" className="mt-0.5 size-4 shrink-0 text-ink-muted group-open:rotate-90" />
        {children}
      </summary>
      {isOpen && <Listed updateId={updateId} rule={rule} />}
    </details>
  );
}

function Listed({ updateId, rule }: Omit<RuleRecordsProps, 'children'>) {
  const { data, error, refetch } = useQuery({
    queryKey: ['update-records', updateId, rule],
    queryFn: ({ signal }) =>
      fetchJson<Records>(`/api/ledger/records?${new URLSearchParams({ update: updateId, rule })}`, signal),
  });
  if (error)
    return (
      <LoadFailed error={error} onRetry={() => void refetch()}>
        Couldn't load the records.
      </LoadFailed>
    );
  if (!data) return <SkeletonRows rows={1} label="Loading the records" />;
  return (
    <dl className="grid gap-1 py-1 pl-5">
      {data.written.count > 0 && <Outcome term="updated" {...data.written} />}
      {data.leftOut.map(({ reason, ...some }) => (
        <Outcome key={reason} term={reason} {...some} />
      ))}
      {data.written.count > 0 && (
        <div>
          <dt>Emails about the updated records</dt>
          <dd className="text-ink-muted">
            <MailList mails={data.mails} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Outcome({ term, count, first }: { term: string } & RecordSample) {
  return (
    <div className="grid gap-x-2 wrap-anywhere">
      <dt>{`${count.toLocaleString('en')} ${term}`}</dt>
      <dd>
        {first.length > 0 ? (
          <SomeNumbers count={count} first={first} here />
        ) : (
          <span className="text-ink-muted">
            {`${count.toLocaleString('en')} not shown: you may not open ${count === 1 ? 'it' : 'them'}, or the update is from an earlier version.`}
          </span>
        )}
      </dd>
    </div>
  );
}
