import { RequestsOfCase } from '#components/request/requests-of-case.tsx';
import { deferred, mapDeferred } from '#components/ui/deferred.ts';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { SlowCount, SlowPart } from '#components/ui/slow-part.tsx';
import { requestsOfCase } from '#lib/record-page/queries/requests-of-case.ts';
import type { LoadLinkTab } from './load-parts.ts';

/** REL-5, REL-8 · The requests of a case. */
export const requestsTab: LoadLinkTab = async (actor, view) => {
  const requests = await deferred(requestsOfCase(actor, view));
  const shown = mapDeferred(requests, (loaded) => loaded?.requests.map((request) => request.id) ?? []);
  const tab = {
    id: 'requests',
    label: 'Requests',
    count: <SlowCount of={mapDeferred(shown, ({ length }) => length)} />,
    panel: (
      <SlowPart of={requests} fallback={<SkeletonRows rows={3} label="Loading requests" />}>
        {(loaded) => loaded && <RequestsOfCase caseNumber={view.number} requests={loaded} />}
      </SlowPart>
    ),
  };
  return { tab, shown };
};
