import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AnyItem } from '#components/impact/impact-tab.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { maySeeImpact } from '#lib/access/policy.ts';
import { itemNamed } from '#lib/impact/queries/item-named.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'Impact' };

type Props = PageProps<'/workspace/impact'>;

/** IMP-3 · The customers whom a failing configuration item would affect. */
export default async function ImpactPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!maySeeImpact(actor).ok) notFound();
  const { item: name } = await searchParams;
  const item = typeof name === 'string' ? await itemNamed(actor, name) : null;
  if (name !== undefined && !item) notFound();
  return (
    <>
      <PageHeader title="Impact" meta={item && `If ${item.name} fails · ${item.class} · ${item.operationalStatus}`} />
      <AnyItem item={item && { id: item.id, name: item.name }} />
    </>
  );
}
