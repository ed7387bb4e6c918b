import { StateBadge } from '#components/ui/badge.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { FailedJob } from '#lib/jobs/queries/failed-jobs.ts';
import type { LastRun, QueueLength } from '#lib/jobs/queries/queue-lengths.ts';
import { RetryJobButton } from './retry-job-button.tsx';

/** ADM-11 · how many jobs of each name wait, run and have failed. */
export function QueueTable({ queue }: { queue: readonly QueueLength[] }) {
  return (
    <Table caption="Queue" stacked>
      <thead>
        <tr>
          <Th>Job</Th>
          <Th numeric>Waiting</Th>
          <Th numeric>Running</Th>
          <Th numeric>Later</Th>
          <Th numeric>Failed</Th>
        </tr>
      </thead>
      <tbody>
        {queue.map(({ name, waiting, running, later, failed }) => (
          <tr key={name}>
            <Td className="max-md:basis-full font-medium">{name}</Td>
            <Td numeric data-label="Waiting">
              {waiting}
            </Td>
            <Td numeric data-label="Running">
              {running}
            </Td>
            <Td numeric data-label="Later">
              {later}
            </Td>
            <Td numeric data-label="Failed">
              {failed}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** ADM-11 · the jobs that have failed for the last time. */
export function FailedJobs({ failed }: { failed: readonly FailedJob[] }) {
  return (
    <Table caption="Failed jobs" stacked>
      <thead>
        <tr>
          <Th>Job</Th>
          <Th>About</Th>
          <Th>Failed</Th>
          <Th numeric>Tries</Th>
          <Th>Last error</Th>
          <Th>
            <span className="sr-only">Run again</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {failed.map(({ id, name, about, failedAt, tries, lastError }) => (
          <tr key={id}>
            <Td className="font-medium max-md:basis-full">{name}</Td>
            <Td>{about}</Td>
            <Td className="whitespace-nowrap">
              <ExactTime at={failedAt} />
            </Td>
            <Td numeric data-label="Tries">
              {tries}
            </Td>
            <Td className="wrap-anywhere text-ink-muted max-md:basis-full md:min-w-48">{lastError}</Td>
            <Td className="text-right">
              <RetryJobButton id={id} what={`${name} ${about}`.trim()} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** ADM-11 · when each job of the clock ran last, and what came of it. */
export function LastRuns({ runs }: { runs: readonly LastRun[] }) {
  return (
    <Table caption="Last runs" stacked>
      <thead>
        <tr>
          <Th>Job</Th>
          <Th>Last run</Th>
          <Th>Outcome</Th>
          <Th>Details</Th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.name}>
            <Td className="max-md:basis-full font-medium">{run.name}</Td>
            <Td className="whitespace-nowrap">{run.startedAt ? <ExactTime at={run.startedAt} /> : 'Not yet'}</Td>
            <Td>
              <Outcome run={run} />
            </Td>
            <Td className="wrap-anywhere text-ink-muted">{run.error || run.result}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Outcome({ run: { startedAt, finishedAt, error } }: { run: LastRun }) {
  if (!startedAt) return null;
  if (error) return <StateBadge tone="red">Failed</StateBadge>;
  return finishedAt ? <StateBadge tone="green">Done</StateBadge> : <StateBadge tone="blue">Running</StateBadge>;
}
