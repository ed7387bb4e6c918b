import { LazyTab } from '#components/record-page/lazy-tab.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import { deferred, mapDeferred } from '#components/ui/deferred.ts';
import { SlowCount } from '#components/ui/slow-part.tsx';
import { opensCasesFor } from '#lib/access/customers.ts';
import { mayGenerateCases, mayNotifyCustomers, maySeeImpact } from '#lib/access/policy.ts';
import { isMajorCase, isNotifySource } from '#lib/customer-messages/source.ts';
import { affectedCount } from '#lib/impact/queries/affected-customers.ts';
import { hasImpact } from '#lib/impact/queries/origin.ts';
import { linkOfSource } from '#lib/kinds/outage-source.ts';
import { linksAtCreation } from '#lib/new-record/form.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { sourceIsOpen } from '#lib/proactive/rules/plan-run.ts';
import type { LoadedRecord } from '#lib/record-page/record-view.ts';
import { replyCounts } from '#lib/replies/queries/reply-counts.ts';

// Tabs that several kinds of record have. Each is empty for users who may not see it, and loads when it is opened.

/** MAJ-9 · The board of a major case, for all who may see it. It is the page's first tab, before the conversation. */
export function boardTab(actor: Actor, record: LoadedRecord): RecordTab[] {
  if (!isMajorCase(record)) return [];
  const { id, number } = record;
  const board = { major: { id, number }, mayNotify: mayNotifyCustomers(actor, record).ok };
  return [{ id: 'board', label: 'Board', leads: true, panel: <LazyTab board={board} /> }];
}

/** IMP-1 · The tab of the customers whom the record affects, with their count, for users who may see it. Loads when opened. */
export async function impactTab(
  actor: Actor,
  { id, kind, number, state, settings }: LoadedRecord,
): Promise<RecordTab[]> {
  if (!hasImpact(kind) || !maySeeImpact(actor).ok) return [];
  const count = await deferred(affectedCount(id));
  const mayBegin = sourceIsOpen({ kind, number, state: state.value });
  const mayAssociate = mayBegin.ok && linksAtCreation(actor, settings).link.includes(linkOfSource[kind]);
  const panel = (
    <LazyTab
      impact={{
        affectedBy: { id, kind, number },
        generates: mayGenerateCases(actor).ok ? (mayBegin.ok ? null : mayBegin.because) : undefined,
        mayNotify: mayNotifyCustomers(actor, { kind }).ok,
        opensCasesFor: mayAssociate ? opensCasesFor(actor) : [],
      }}
    />
  );
  return [{ id: 'customer-impact', label: 'Customer Impact', count: <SlowCount of={count} />, panel }];
}

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
