import { LazyTab } from '#components/record-page/lazy-tab.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import { maySeeUpdates } from '#lib/access/updates.ts';
import { isMajorCase } from '#lib/customer-messages/source.ts';
import { kindsWithUpdates } from '#lib/ledger/kinds-with-updates.ts';
import { hasUpdates } from '#lib/ledger/queries/ledger-page.ts';
import { hasReceived } from '#lib/ledger/queries/received-updates.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { LoadedRecord } from '#lib/record-page/record-view.ts';

/** SYNC-6 · Whether a record shows what its updates reached. Cases and work orders rarely update others: once one did. */
async function showsSent(actor: Actor, record: LoadedRecord): Promise<boolean> {
  const { id, kind } = record;
  if (!kindsWithUpdates.has(kind) || !maySeeUpdates(actor, { kind }).ok) return false;
  const isRare = kind === 'work_order' || (kind === 'case' && !isMajorCase(record));
  return !isRare || (await hasUpdates(id));
}

/** SYNC-6 · The tab of the updates that a record sent and received. Loads when opened. */
export async function updatesTab(actor: Actor, record: LoadedRecord): Promise<RecordTab[]> {
  const { id, kind, number } = record;
  const [sends, receives] = await Promise.all([showsSent(actor, record), hasReceived(actor, record)]);
  if (!sends && !receives) return [];
  const updates = { source: { id, kind, number }, sends, receives };
  return [{ id: 'updates', label: 'Updates', panel: <LazyTab updates={updates} /> }];
}
