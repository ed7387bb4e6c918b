import { LazyTab } from '#components/record-page/lazy-tab.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import { deferred } from '#components/ui/deferred.ts';
import { SlowCount } from '#components/ui/slow-part.tsx';
import { opensCasesFor } from '#lib/access/customers.ts';
import { mayGenerateCases, mayNotifyCustomers, maySeeImpact } from '#lib/access/policy.ts';
import { affectedCount } from '#lib/impact/queries/affected-count.ts';
import { hasImpact } from '#lib/impact/queries/origin.ts';
import { linkOfSource } from '#lib/kinds/outage-source.ts';
import { linksAtCreation } from '#lib/new-record/form.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { sourceIsOpen } from '#lib/proactive/rules/plan-run.ts';
import type { LoadedRecord } from '#lib/record-page/record-view.ts';

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
