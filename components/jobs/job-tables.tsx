import { ActionButton } from '#components/actions/action-button.tsx';
import { StateBadge } from '#components/ui/badge.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { retryFailedJobAction } from '#lib/jobs/actions.ts';
import type { FailedJob } from '#lib/jobs/queries/failed-jobs.ts';
import type { LastRun, QueueLength } from '#lib/jobs/queries/queue-lengths.ts';

/** ADM-11 · the number of waiting, running and failed jobs by name. */
export function QueueTable({ queue }: { queue: readonly QueueLength[] }) {
  return (
    <DataTable
      caption="Queue"
      stacked
      rows={queue}
      rowKey={({ name }) => name}
      columns={[
        { heading: 'Job', cellClass: 'max-md:basis-full font-medium', cell: ({ name }) => name },
        { heading: 'Waiting', labeled: true, numeric: true, cell: ({ waiting }) => waiting },
        { heading: 'Running', labeled: true, numeric: true, cell: ({ running }) => running },
        { heading: 'Later', labeled: true, numeric: true, cell: ({ later }) => later },
        { heading: 'Failed', labeled: true, numeric: true, cell: ({ failed }) => failed },
      ]}
    />
  );
}

/** ADM-11 · the jobs that have failed permanently. */
export function FailedJobs({ failed }: { failed: readonly FailedJob[] }) {
  return (
    <DataTable
      caption="Failed jobs"
      stacked
      rows={failed}
      rowKey={({ id }) => id}
      columns={[
        { heading: 'Job', cellClass: 'font-medium max-md:basis-full', cell: ({ name }) => name },
        { heading: 'About', cell: ({ about }) => about },
        { heading: 'Failed', cellClass: 'whitespace-nowrap', cell: ({ failedAt }) => <ExactTime at={failedAt} /> },
        { heading: 'Tries', labeled: true, numeric: true, cell: ({ tries }) => tries },
        {
          heading: 'Last error',
          cellClass: 'wrap-anywhere text-ink-muted max-md:basis-full md:min-w-48',
          cell: ({ lastError }) => lastError,
        },
        {
          heading: 'Run again',
          headingHidden: true,
          cellClass: 'text-right',
          cell: ({ id, name, about }) => (
            <ActionButton
              action={retryFailedJobAction}
              input={{ id }}
              icon={<Icon name="undo-2" />}
              aria-label={`Run ${`${name} ${about}`.trim()} again`}
            >
              Run again
            </ActionButton>
          ),
        },
      ]}
    />
  );
}

/** ADM-11 · the last run of each scheduled job, and its result. */
export function LastRuns({ runs }: { runs: readonly LastRun[] }) {
  return (
    <DataTable
      caption="Last runs"
      stacked
      rows={runs}
      rowKey={(run) => run.name}
      columns={[
        { heading: 'Job', cellClass: 'max-md:basis-full font-medium', cell: (run) => run.name },
        {
          heading: 'Last run',
          cellClass: 'whitespace-nowrap',
          cell: (run) => (run.startedAt ? <ExactTime at={run.startedAt} /> : 'Not yet'),
        },
        { heading: 'Outcome', cell: (run) => <Outcome run={run} /> },
        { heading: 'Details', cellClass: 'wrap-anywhere text-ink-muted', cell: (run) => run.error || run.result },
      ]}
    />
  );
}

function Outcome({ run: { startedAt, finishedAt, error } }: { run: LastRun }) {
  if (!startedAt) return null;
  if (error) return <StateBadge tone="red">Failed</StateBadge>;
  return finishedAt ? <StateBadge tone="green">Done</StateBadge> : <StateBadge tone="blue">Running</StateBadge>;
}
