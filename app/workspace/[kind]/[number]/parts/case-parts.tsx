import { AnsweredBanner } from '#components/case/answered-banner.tsx';
import { CaseFamily } from '#components/case/case-family.tsx';
import { SolutionBanner } from '#components/case/solution-banner.tsx';
import { WaitingBanner } from '#components/case/waiting-banner.tsx';
import { AttachedArticles } from '#components/knowledge/attached-articles.tsx';
import { SimilarCases } from '#components/related/similar-cases.tsx';
import { allDeferred, mapDeferred } from '#components/ui/deferred.ts';
import { isMajorCase } from '#lib/customer-messages/source.ts';
import { links, type ManyLinkName, manyLinkNames } from '#lib/record/link.ts';
import { isIntegrated, isOn } from '#lib/settings/settings.ts';
import type { LoadLinkTab, LoadParts } from './load-parts.ts';

/** The page of a case, with a tab for each link to many records (REL-3: while its integration is on). */
export function caseParts(linkTabs: Readonly<Record<ManyLinkName, LoadLinkTab>>): LoadParts {
  return async (actor, view) => {
    const { number, mayEdit, articles, proposals, settings } = view;
    const integrated = manyLinkNames.filter((link) => isIntegrated(settings, links[link].integration));
    const ofLinks = await Promise.all(integrated.map((link) => linkTabs[link](actor, view)));
    const mayRecord = view.verbs.some(({ name }) => name === 'record-acceptance');
    const proposeSolution = view.verbs.find(({ name }) => name === 'propose-solution');
    return {
      notice: (
        <>
          <CaseFamily
            isMajor={isMajorCase(view)}
            isCandidate={view.fields.majorCaseState?.value === 'proposed'}
            parent={view.fields.parentId}
          />
          {view.answer && (
            <AnsweredBanner
              number={number}
              version={view.version}
              answer={view.answer}
              verbs={view.verbs.filter(({ handlesComment }) => handlesComment)}
            />
          )}
          {view.waiting && !view.answer && <WaitingBanner {...view.waiting} mayRecord={mayRecord} />}
          <SolutionBanner number={number} version={view.version} verb={proposeSolution} proposals={proposals} />
        </>
      ),
      aside: (
        <>
          {isOn(settings, 'case.show_similar') && <SimilarCases number={number} version={view.version} />}
          <AttachedArticles title="Articles" kind="case" number={number} articles={articles} mayAttach={mayEdit} />
        </>
      ),
      tabs: ofLinks.map(({ tab }) => tab),
      shown: mapDeferred(allDeferred(ofLinks.map(({ shown }) => shown)), (ids) => ids.flat()),
    };
  };
}
