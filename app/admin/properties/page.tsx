import type { Metadata } from 'next';
import { PropertyList } from '#components/admin/property-list.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listProperties } from '#lib/property/queries.ts';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Properties' };

export default async function PropertiesPage() {
  const actor = await requireAdministrator();
  return (
    <>
      <PageHeader title="Properties" meta="A change takes effect at once, on every server." />
      <PropertyList properties={await listProperties(actor)} />
    </>
  );
}
