'use client';

import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { LoadFailed } from '#components/ui/load-failed.tsx';
import type { Packed } from '#components/ui/packed.ts';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { Soon } from '#components/ui/soon.ts';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { TimelinePage } from '#lib/journal/timeline-entry.ts';
import { type TimelineSource, useTimeline } from './use-timeline.ts';

/** REC-2 · Every change of every field, newest first. */
export function History({ source, first }: { source: TimelineSource; first: Soon<Packed<TimelinePage>> }) {
  const { entries, loadOlder, loading, failed, retry } = useTimeline(source, 'change', first);
  const changes = entries.flatMap((entry) =>
    entry.type === 'change' ? entry.lines.map((line) => ({ ...line, key: `${entry.id} ${line.label}`, entry })) : [],
  );
  if (loading) return <SkeletonRows rows={6} label="Loading the history" />;
  const failure = failed && <LoadFailed onRetry={retry}>Couldn't load the history.</LoadFailed>;
  if (changes.length === 0) return failure || <EmptyState title="No field has been changed yet" />;
  return (
    <>
      {failure}
      <Table caption="History">
        <thead>
          <tr>
            <Th>When</Th>
            <Th>Who</Th>
            <Th>Field</Th>
            <Th>Old value</Th>
            <Th>New value</Th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ key, entry, label, from, to }) => (
            <tr key={key}>
              <Td className="whitespace-nowrap">
                <ExactTime at={entry.at} />
              </Td>
              <Td>{entry.by}</Td>
              <Td>{label}</Td>
              <Td className="wrap-anywhere">{from}</Td>
              <Td className="wrap-anywhere">{to}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {loadOlder && (
        <Button variant="quiet" size="s" onClick={loadOlder} className="mx-auto mt-3 flex">
          Show older
        </Button>
      )}
    </>
  );
}
