import { LazyTab } from '#components/record-page/lazy-tab.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import { deferred, mapDeferred } from '#components/ui/deferred.ts';
import { SlowCount } from '#components/ui/slow-part.tsx';
import { mayNotifyCustomers } from '#lib/access/policy.ts';
import { isNotifySource } from '#lib/customer-messages/source.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { LoadedRecord } from '#lib/record-page/record-view.ts';
import { replyCounts } from '#lib/replies/queries/reply-counts.ts';

/** NOT-8 · The tab of customers' replies, for users who may write to customers. Loads when opened; counts the unanswered. */
export async function repliesTab(actor: Actor, record: LoadedRecord): Promise<RecordTab[]> {
  if (!isNotifySource(record) || !mayNotifyCustomers(actor, record).ok) return [];
  const { id, kind, number } = record;
  const counts = await deferred(replyCounts(actor, { id, kind }));
  return [
    {
      id: 'replies',
      label: 'Replies',
      count: <SlowCount of={mapDeferred(counts, ({ unanswered }) => unanswered)} />,
      panel: <LazyTab replies={{ source: { id, kind, number } }} />,
    },
  ];
}
