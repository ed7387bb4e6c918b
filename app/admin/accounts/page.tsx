import type { Metadata } from 'next';
import { RegisterView, type SearchParams } from '../register-view.tsx';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Accounts' };

export default async function AccountsPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdministrator();
  return (
    <RegisterView
      actor={actor}
      title="Accounts"
      path="/admin/accounts"
      lists={['account', 'partner-relationship']}
      others={[{ href: '/admin/accounts/consumers', label: 'Consumers', current: false }]}
      searchParams={searchParams}
    />
  );
}
