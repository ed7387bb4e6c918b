import { LateTab } from '#components/record-page/late-tab.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import { caseTabId } from '#components/related/case-tab-id.ts';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { SlowCount, SlowPart } from '#components/ui/slow-part.tsx';
import { mapSoon, soon } from '#components/ui/soon.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type LinkName, links, linksTo } from '#lib/related/link.ts';
import { customerCases, offersCustomerCases } from '#lib/related/queries/customer-cases.ts';
import { pathOfNumber } from '#lib/task/kind.ts';
import type { LoadedRecord } from '#lib/task/record-view.ts';

/** REL-13, REL-14 · The tabs of the cases of a record, one by link; each turns its own pages. */
export async function loadCaseTabs(
  actor: Actor,
  { id: recordId, kind, number, settings }: LoadedRecord,
  { tab, after }: { tab: string | undefined; after: string | null },
): Promise<RecordTab[]> {
  const offered = linksTo(kind).filter((link) => offersCustomerCases(actor, link, settings));
  const loadTab = async (link: LinkName): Promise<RecordTab> => {
    const label = links[link].tab;
    const id = caseTabId(label);
    const begin = tab === id ? after : null;
    const cases = await soon(customerCases(actor, settings, { link, recordId, after: begin }));
    return {
      id,
      label,
      count: <SlowCount of={mapSoon(cases, (loaded) => loaded?.count ?? 0)} />,
      panel: (
        <SlowPart of={cases} fallback={<SkeletonRows rows={6} label={`Loading ${label.toLowerCase()}`} />}>
          {(loaded) => loaded && <LateTab number={number} path={pathOfNumber(number)} after={begin} cases={loaded} />}
        </SlowPart>
      ),
    };
  };
  return Promise.all(offered.map(loadTab));
}
