import type { Metadata } from 'next';
import { RegisterView, type SearchParams } from '../register-view.tsx';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Catalog' };

export default async function CatalogPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdministrator();
  return (
    <RegisterView
      actor={actor}
      title="Catalog"
      meta="What can be ordered from a case, a request or the portal."
      path="/admin/catalog"
      lists={['catalog-item', 'catalog-category']}
      searchParams={searchParams}
    />
  );
}
