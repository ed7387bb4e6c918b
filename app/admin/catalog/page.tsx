import type { Metadata } from 'next';
import { AdminTableView } from '../admin-table-view.tsx';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Catalog' };

export default async function CatalogPage({ searchParams }: PageProps<'/admin/catalog'>) {
  const actor = await requireAdministrator();
  return (
    <AdminTableView
      actor={actor}
      title="Catalog"
      meta="Items that can be ordered, for a case or on their own."
      path="/admin/catalog"
      lists={['catalog-item', 'catalog-category']}
      searchParams={searchParams}
    />
  );
}
