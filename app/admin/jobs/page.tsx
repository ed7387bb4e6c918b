import type { Metadata } from 'next';
import { FailedJobs, LastRuns, QueueTable } from '#components/jobs/job-tables.tsx';
import { MailHealthFacts } from '#components/jobs/mail-health.tsx';
import { ServiceStatus } from '#components/jobs/service-status.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Facts } from '#components/ui/facts.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { fileSize } from '#lib/attachment/file-size.ts';
import { health } from '#lib/jobs/queries/health.ts';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Health' };

export default async function HealthPage() {
  const now = await health(await requireAdministrator());
  const { version, node, database, mail, queue, failed, runs } = now;
  return (
    <>
      <PageHeader title="Health" meta="Emails, attachments, jobs and the database, as they are now." />
      <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
        <Panel title="Services" flush className="xl:col-span-2">
          <ServiceStatus {...now} />
        </Panel>
        <Panel title="Failed jobs" count={failed.length} flush className="xl:col-span-2">
          {failed.length === 0 ? (
            <EmptyState title="No failed jobs">Jobs that failed on their last try appear here.</EmptyState>
          ) : (
            <FailedJobs failed={failed} />
          )}
        </Panel>
        <Panel title="Emails">
          <MailHealthFacts mail={mail} />
        </Panel>
        <Panel title="System">
          <Facts
            items={[
              { term: 'Version', detail: version },
              { term: 'Node', detail: node },
              { term: 'PostgreSQL', detail: database.version },
              { term: 'Database', detail: fileSize(database.bytes) },
              { term: 'Connections', detail: `${database.connections} of ${database.mostConnections}` },
            ]}
          />
        </Panel>
        <Panel title="Queue" flush>
          {queue.length === 0 ? (
            <EmptyState title="No jobs in the queue">Jobs appear here until they are done.</EmptyState>
          ) : (
            <QueueTable queue={queue} />
          )}
        </Panel>
        <Panel title="Scheduled jobs" flush>
          <LastRuns runs={runs} />
        </Panel>
      </div>
    </>
  );
}
