import type { Metadata } from 'next';
import { AdminTableView, type SearchParams } from '../admin-table-view.tsx';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Configuration' };

export default async function CmdbPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdministrator();
  return (
    <AdminTableView
      actor={actor}
      title="Configuration"
      meta="What runs, what depends on what, and what is installed at whom."
      path="/admin/cmdb"
      lists={['configuration-item', 'ci-relationship', 'product', 'asset', 'install-base-item']}
      searchParams={searchParams}
    />
  );
}
