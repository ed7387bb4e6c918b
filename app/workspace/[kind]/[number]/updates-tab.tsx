import { LazyTab } from '#components/record-page/lazy-tab.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import { maySeeUpdates } from '#lib/access/updates.ts';
import { isMajorCase } from '#lib/customer-messages/source.ts';
import { kindsWithUpdates } from '#lib/ledger/kinds-with-updates.ts';
import { hasUpdates } from '#lib/ledger/queries/ledger-page.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { LoadedRecord } from '#lib/record-page/record-view.ts';

/**
 * SYNC-6 · The tab of the records that a record's updates reached, for users who may see updates. Loads when opened. Cases and
 * work orders rarely update others: they have the tab only after one of their updates did.
 */
export async function updatesTab(actor: Actor, record: LoadedRecord): Promise<RecordTab[]> {
  const { id, kind, number } = record;
  if (!kindsWithUpdates.has(kind) || !maySeeUpdates(actor, { kind }).ok) return [];
  const isRare = kind === 'work_order' || (kind === 'case' && !isMajorCase(record));
  if (isRare && !(await hasUpdates(id))) return [];
  return [{ id: 'updates', label: 'Updates', panel: <LazyTab updates={{ source: { id, kind, number } }} /> }];
}
