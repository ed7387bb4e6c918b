import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImpactTab } from '#components/impact/impact-tab.tsx';
import { ItemPicker } from '#components/impact/item-picker.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { maySeeImpact } from '#lib/access/policy.ts';
import { itemNamed } from '#lib/impact/queries/item-named.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'Impact' };

type Props = PageProps<'/workspace/impact'>;

/** IMP-3 · Who would be hit if a configuration item failed. */
export default async function ImpactPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!maySeeImpact(actor).ok) notFound();
  const { item: asked } = await searchParams;
  const item = typeof asked === 'string' ? await itemNamed(actor, asked) : null;
  if (asked !== undefined && !item) notFound();
  return (
    <>
      <PageHeader title="Impact" meta={item && `If ${item.name} fails · ${item.class} · ${item.operationalStatus}`} />
      <ItemPicker chosen={item && { id: item.id, label: item.name }} />
      <div className="mt-4">
        {item ? (
          <ImpactTab key={item.id} source={{ item: item.id }} />
        ) : (
          <EmptyState icon={<Icon name="network" />} title="Who would be hit?">
            Choose a configuration item: the services, accounts and consumers appear here that its failure would affect.
          </EmptyState>
        )}
      </div>
    </>
  );
}
