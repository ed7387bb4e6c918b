import { LazyTab } from '#components/record-page/lazy-tab.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import { maySeeUpdates } from '#lib/access/updates.ts';
import { isMajorCase } from '#lib/customer-messages/source.ts';
import { kindsWithUpdates } from '#lib/ledger/kinds-with-updates.ts';
import { hasUpdates } from '#lib/ledger/queries/ledger-page.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { LoadedRecord } from '#lib/record-page/record-view.ts';

/**
 * SYNC-6 · The tab of what the updates of a record reached, for who may see how many that are. Few cases and work orders reach
 * others: these have it once one did. It loads when it is opened.
 */
export async function updatesTab(actor: Actor, record: LoadedRecord): Promise<RecordTab[]> {
  const { id, kind, number } = record;
  if (!kindsWithUpdates.has(kind) || !maySeeUpdates(actor, { kind }).ok) return [];
  const isRare = kind === 'work_order' || (kind === 'case' && !isMajorCase(record));
  if (isRare && !(await hasUpdates(id))) return [];
  return [{ id: 'updates', label: 'Updates', panel: <LazyTab updates={{ source: { id, kind, number } }} /> }];
}
