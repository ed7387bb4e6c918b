import { LateTab } from '#components/record-page/late-tab.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import { maySeeImpact } from '#lib/access/policy.ts';
import { hasImpact } from '#lib/impact/queries/origin.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { LoadedRecord } from '#lib/task/record-view.ts';

/** IMP-1 · The tab of those whom the record affects: of kinds that have one, for who may see it. It loads when it is opened. */
export function impactTab(actor: Actor, { id, kind, number }: LoadedRecord): RecordTab[] {
  if (!hasImpact(kind) || !maySeeImpact(actor).ok) return [];
  const panel = <LateTab impactOf={{ number, recordId: id }} />;
  return [{ id: 'customer-impact', label: 'Customer Impact', panel }];
}
