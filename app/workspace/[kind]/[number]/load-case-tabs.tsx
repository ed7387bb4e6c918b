import { LateTab } from '#components/record-page/late-tab.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import { caseTabId } from '#components/related/case-tab-id.ts';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { SlowCount, SlowPart } from '#components/ui/slow-part.tsx';
import { mapSoon, soon } from '#components/ui/soon.ts';
import { mayNotifyCustomers } from '#lib/access/policy.ts';
import { runsOf } from '#lib/notify-customers/queries/runs-of.ts';
import { isNotifySource } from '#lib/notify-customers/source.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type LinkName, links, linksTo } from '#lib/related/link.ts';
import { customerCases, offersCustomerCases } from '#lib/related/queries/customer-cases.ts';
import { pathOfNumber } from '#lib/task/kind.ts';
import type { LoadedRecord } from '#lib/task/record-view.ts';

/** REL-13, REL-14 · The tabs of the cases of a record, one by link; each turns its own pages. */
export async function loadCaseTabs(
  actor: Actor,
  record: LoadedRecord,
  { tab, after }: { tab: string | undefined; after: string | null },
): Promise<RecordTab[]> {
  const { id: recordId, kind, number, settings } = record;
  const offered = linksTo(kind).filter((link) => offersCustomerCases(actor, link, settings));
  const notifiable = loadNotifiable(actor, record);
  const loadTab = async (link: LinkName): Promise<RecordTab> => {
    const label = links[link].tab;
    const id = caseTabId(label);
    const begin = tab === id ? after : null;
    const loading = Promise.all([customerCases(actor, settings, { link, recordId, after: begin }), notifiable]);
    const cases = await soon(loading);
    return {
      id,
      label,
      count: <SlowCount of={mapSoon(cases, ([loaded]) => loaded?.count ?? 0)} />,
      panel: (
        <SlowPart of={cases} fallback={<SkeletonRows rows={6} label={`Loading ${label.toLowerCase()}`} />}>
          {([loaded, toNotify]) =>
            loaded && (
              <LateTab
                cases={{ number, path: pathOfNumber(number), after: begin, cases: loaded, notifiable: toNotify }}
              />
            )
          }
        </SlowPart>
      ),
    };
  };
  return Promise.all(offered.map(loadTab));
}

/** NOT-1, NOT-3 · The record as one whose customers can be written to, with what was written so far; null: there is nobody, or not for the actor. */
async function loadNotifiable(actor: Actor, { id, kind, number }: LoadedRecord) {
  if (!isNotifySource(kind) || kind === 'case' || !mayNotifyCustomers(actor).ok) return null;
  return { source: { id, kind, number }, runs: await runsOf(actor, { kind, number }) };
}
