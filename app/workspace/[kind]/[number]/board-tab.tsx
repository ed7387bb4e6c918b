import { LazyTab } from '#components/record-page/lazy-tab.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import { mayNotifyCustomers } from '#lib/access/policy.ts';
import { isMajorCase } from '#lib/customer-messages/source.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { LoadedRecord } from '#lib/record-page/record-view.ts';

/** MAJ-9 · The board of a major case, for all who may see it. It is the page's first tab, before the conversation. */
export function boardTab(actor: Actor, record: LoadedRecord): RecordTab[] {
  if (!isMajorCase(record)) return [];
  const { id, number } = record;
  const board = { major: { id, number }, mayNotify: mayNotifyCustomers(actor, record).ok };
  return [{ id: 'board', label: 'Board', leads: true, panel: <LazyTab board={board} /> }];
}
