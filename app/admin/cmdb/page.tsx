import type { Metadata } from 'next';
import { AdminTableView } from '../admin-table-view.tsx';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Configuration' };

export default async function CmdbPage({ searchParams }: PageProps<'/admin/cmdb'>) {
  const actor = await requireAdministrator();
  return (
    <AdminTableView
      actor={actor}
      title="Configuration"
      meta="Configuration items, their dependencies, and what is installed at each customer."
      path="/admin/cmdb"
      lists={['configuration-item', 'ci-relationship', 'product', 'asset', 'install-base-item']}
      searchParams={searchParams}
    />
  );
}
