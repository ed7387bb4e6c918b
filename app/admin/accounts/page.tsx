import type { Metadata } from 'next';
import { AdminTableView } from '../admin-table-view.tsx';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Accounts' };

export default async function AccountsPage({ searchParams }: PageProps<'/admin/accounts'>) {
  const actor = await requireAdministrator();
  return (
    <AdminTableView
      actor={actor}
      title="Accounts"
      path="/admin/accounts"
      lists={['account', 'partner-relationship']}
      others={[{ href: '/admin/accounts/consumers', label: 'Consumers', current: false }]}
      searchParams={searchParams}
    />
  );
}
