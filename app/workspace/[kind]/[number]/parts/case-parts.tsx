import { SolutionBanner } from '#components/case/solution-banner.tsx';
import { RequestsOfCase } from '#components/request/requests-of-case.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { SlowCount, SlowPart } from '#components/ui/slow-part.tsx';
import { mapSoon, soon } from '#components/ui/soon.ts';
import { solutionProposals } from '#lib/case/queries/proposals.ts';
import { attachedArticles } from '#lib/knowledge/attached-articles.ts';
import { pageSettings } from '#lib/property/page-settings.ts';
import { isIntegrated, isOn } from '#lib/property/settings.ts';
import { links } from '#lib/related/link.ts';
import { similarCases } from '#lib/related/queries/similar-cases.ts';
import { requestsOfCase } from '#lib/request/queries/requests-of-case.ts';
import { articlesPanel } from './articles-panel.tsx';
import type { LoadParts } from './load-parts.ts';
import { similarPanel } from './similar-panel.tsx';

export const caseParts: LoadParts = async (actor, view) => {
  const { id, number, mayEdit } = view;
  const settings = await pageSettings();
  const [proposals, similar, articles, requests] = await Promise.all([
    solutionProposals(actor, view),
    isOn(settings, 'case.show_similar') ? soon(similarCases(actor, view)) : null,
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
    aside: (
      <>
        {similar && similarPanel(number, similar)}
        {articlesPanel(articles, { title: 'Articles', kind: 'case', number, mayAttach: mayEdit })}
      </>
    ),
    tabs: isIntegrated(settings, links.request.integration) ? [requestsTab] : [],
    shown,
  };
};
