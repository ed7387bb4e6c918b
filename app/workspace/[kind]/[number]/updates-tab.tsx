import { LazyTab } from '#components/record-page/lazy-tab.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import { isMajorCase } from '#lib/customer-messages/source.ts';
import { offeredUpdates } from '#lib/ledger/queries/offered-updates.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { LoadedRecord } from '#lib/record-page/record-view.ts';

/** SYNC-6 · The tab of the updates that a record sent and received. Loads when opened. */
export async function updatesTab(actor: Actor, record: LoadedRecord): Promise<RecordTab[]> {
  const { id, kind, number } = record;
  const offered = await offeredUpdates(actor, { id, kind, isMajorCase: isMajorCase(record) });
  if (!offered) return [];
  const updates = { source: { id, kind, number }, ...offered };
  return [{ id: 'updates', label: 'Updates', panel: <LazyTab updates={updates} /> }];
}
