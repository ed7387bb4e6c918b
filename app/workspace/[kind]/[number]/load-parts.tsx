import { ApprovalTable } from '#components/approval/approval-table.tsx';
import { SolutionBanner } from '#components/case/solution-banner.tsx';
import { AttachedArticles, type AttachedArticlesProps } from '#components/knowledge/attached-articles.tsx';
import { Communicate } from '#components/problem/communicate.tsx';
import { IncidentTable } from '#components/problem/incident-table.tsx';
import type { RecordParts } from '#components/record-page/record-page.tsx';
import { CancelRequest } from '#components/request/cancel-request.tsx';
import { ItemTable } from '#components/request/item-table.tsx';
import { RequestsOfCase } from '#components/request/requests-of-case.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { SlowCount, SlowPart } from '#components/ui/slow-part.tsx';
import { mapSoon, type Soon, soon } from '#components/ui/soon.ts';
import { mayWriteArticles } from '#lib/access/policy.ts';
import { approvalsOf } from '#lib/approval/queries/approvals.ts';
import { solutionProposals } from '#lib/case/queries/proposals.ts';
import { type AttachedArticle, attachedArticles } from '#lib/knowledge/attached-articles.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { affectedByCommunication } from '#lib/problem/queries/affected.ts';
import { incidentsOfProblem } from '#lib/problem/queries/incidents.ts';
import { pageSettings } from '#lib/property/page-settings.ts';
import { isIntegrated } from '#lib/property/settings.ts';
import { links } from '#lib/related/link.ts';
import { isCancellable } from '#lib/request/queries/cancellable.ts';
import { itemsOf } from '#lib/request/queries/items.ts';
import { requestsOfCase } from '#lib/request/queries/requests-of-case.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import type { RecordView } from '#lib/task/record-view.ts';

type LoadParts = (actor: Actor, view: RecordView) => Promise<RecordParts>;

function articlesPanel(articles: Soon<AttachedArticle[]>, props: Omit<AttachedArticlesProps, 'articles'>) {
  const fallback = (
    <Panel title={props.title}>
      <SkeletonRows rows={1} label="Loading articles" />
    </Panel>
  );
  return (
    <SlowPart of={articles} fallback={fallback}>
      {(loaded) => <AttachedArticles {...props} articles={loaded} />}
    </SlowPart>
  );
}

const caseParts: LoadParts = async (actor, view) => {
  const { id, number, mayEdit } = view;
  const [proposals, settings, articles, requests] = await Promise.all([
    solutionProposals(actor, view),
    pageSettings(),
    soon(attachedArticles(actor, 'case', id)),
    soon(requestsOfCase(actor, view)),
  ]);
  const shown = mapSoon(requests, (loaded) => loaded?.requests.map((request) => request.id) ?? []);
  const requestsTab = {
    id: 'requests',
    label: 'Requests',
    count: <SlowCount of={mapSoon(shown, ({ length }) => length)} />,
    panel: (
      <SlowPart of={requests} fallback={<SkeletonRows rows={3} label="Loading requests" />}>
        {(loaded) => loaded && <RequestsOfCase caseNumber={number} requests={loaded} />}
      </SlowPart>
    ),
  };
  const proposeSolution = view.verbs.find(({ name }) => name === 'propose-solution');
  return {
    notice: <SolutionBanner number={number} verb={proposeSolution} proposals={proposals} />,
    aside: articlesPanel(articles, { title: 'Articles', kind: 'case', number, mayAttach: mayEdit }),
    tabs: isIntegrated(settings, links.request.integration) ? [requestsTab] : [],
    shown,
  };
};

const problemParts: LoadParts = async (actor, { id, number, title, fields, mayEdit }) => {
  const text = (name: string) => String(fields[name]?.value ?? '');
  const messages = [
    { what: 'workaround', label: 'Communicate Workaround', text: text('workaround') },
    { what: 'fix', label: 'Communicate Fix', text: text('fixNotes') },
  ] as const;
  const communicable = mayEdit
    ? messages.map((message) => ({ ...message, affected: affectedByCommunication(id, message.what) }))
    : [];
  const [articles, incidents] = await Promise.all([
    soon(attachedArticles(actor, 'problem', id)),
    soon(incidentsOfProblem(actor, id)),
  ]);
  return {
    actions: communicable.length > 0 && <Communicate number={number} messages={communicable} />,
    aside: articlesPanel(articles, {
      title: 'Known error article',
      kind: 'problem',
      number,
      mayAttach: mayEdit,
      draft: mayWriteArticles(actor).ok ? { title, text: text('workaround') } : undefined,
    }),
    tabs: [
      {
        id: 'incidents',
        label: 'Incidents',
        count: <SlowCount of={mapSoon(incidents, ({ count }) => count)} />,
        panel: (
          <SlowPart of={incidents} fallback={<SkeletonRows rows={6} label="Loading incidents" />}>
            {(loaded) => <IncidentTable {...loaded} />}
          </SlowPart>
        ),
      },
    ],
  };
};

const requestParts: LoadParts = async (actor, { id, number }) => {
  const [mayCancel, itemsByRequest] = await Promise.all([isCancellable(actor, id), soon(itemsOf(actor, [id]))]);
  const items = mapSoon(itemsByRequest, (byRequest) => byRequest.get(id) ?? []);
  return {
    actions: mayCancel && <CancelRequest number={number} />,
    tabs: [
      {
        id: 'items',
        label: 'Items',
        count: <SlowCount of={mapSoon(items, ({ length }) => length)} />,
        panel: (
          <SlowPart of={items} fallback={<SkeletonRows rows={3} label="Loading items" />}>
            {(loaded) => <ItemTable caption={`Items of ${number}`} items={loaded} />}
          </SlowPart>
        ),
      },
    ],
  };
};

/** CHG-1, REQ-1 · The tab is there once somebody has been asked, so it is waited for. */
const approvalParts: LoadParts = async (actor, { id, number }) => {
  const approvals = await approvalsOf(actor, id);
  if (approvals.length === 0) return { tabs: [] };
  const panel = <ApprovalTable caption={`Approvals of ${number}`} approvals={approvals} by="approver" />;
  return { tabs: [{ id: 'approvals', label: 'Approvals', count: approvals.length, panel }] };
};

/** What the page of each kind has of its own: what shapes the page is waited for, the rest may follow. */
export const loadParts: Readonly<Record<TaskKind, LoadParts>> = {
  case: caseParts,
  incident: async () => ({ tabs: [] }),
  problem: problemParts,
  change: approvalParts,
  request: requestParts,
  requested_item: approvalParts,
};
