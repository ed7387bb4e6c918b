import { LateTab } from '#components/record-page/late-tab.tsx';
import type { RecordTab } from '#components/record-page/record-tabs.tsx';
import { mayGenerateCases, maySeeImpact } from '#lib/access/policy.ts';
import { hasImpact } from '#lib/impact/queries/origin.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { definitions } from '#lib/task/definitions.ts';
import type { LoadedRecord } from '#lib/task/record-view.ts';

/** IMP-1 · The tab of those whom the record affects: of kinds that have one, for who may see it. It loads when it is opened. */
export function impactTab(actor: Actor, { id, kind, number, state }: LoadedRecord): RecordTab[] {
  if (!hasImpact(kind) || !maySeeImpact(actor).ok) return [];
  const isOver = definitions[kind].states[state.value]?.phase === 'final';
  const mayGenerate = !isOver && mayGenerateCases(actor).ok;
  const panel = <LateTab impact={{ record: { id, kind, number }, mayGenerate }} />;
  return [{ id: 'customer-impact', label: 'Customer Impact', panel }];
}
