import { HelpPanel } from '#components/portal/help-panel.tsx';
import { OpenCases } from '#components/portal/open-cases.tsx';
import { WaitingPanel } from '#components/portal/waiting-panel.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { portalApprovals } from '#lib/portal/queries/portal-approvals.ts';
import { countActionNeeded, portalCases } from '#lib/portal/queries/portal-cases.ts';
import { portalVisitsToChoose } from '#lib/portal/queries/portal-orders.ts';
import { pageSettings } from '#lib/settings/page-settings.ts';
import { integer } from '#lib/settings/settings.ts';
import { portalPage, portalTitle } from './portal-page.ts';

const WAITING = 5;
const OPEN = 8;

export const generateMetadata = () => portalTitle((say) => say('nav.home'));

/** POR-15 · Shows first what the customer has to answer. */
export default async function PortalHome() {
  const { actor, say, reader } = await portalPage();
  const [waiting, count, issues, requests, settings, approvals, visits] = await Promise.all([
    portalCases(actor, { list: 'action', most: WAITING }),
    countActionNeeded(actor),
    portalCases(actor, { list: 'issues', open: true, most: OPEN }),
    portalCases(actor, { list: 'requests', open: true, most: OPEN }),
    pageSettings(),
    portalApprovals(actor),
    portalVisitsToChoose(actor),
  ]);
  return (
    <div data-live="cases">
      <PageHeader title={say('home.hello', { name: actor.name })} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          <WaitingPanel
            approvals={approvals.slice(0, WAITING)}
            visits={visits.slice(0, WAITING)}
            cases={waiting.cases}
            count={count}
            days={integer(settings, 'case.autoclose.days')}
            reader={reader}
          />
          <OpenCases list="issues" cases={issues.cases} reader={reader} />
          <OpenCases list="requests" cases={requests.cases} reader={reader} />
        </div>
        <HelpPanel say={say} />
      </div>
    </div>
  );
}
