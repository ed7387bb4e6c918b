import type { Metadata } from 'next';
import { AdminTableView } from '../admin-table-view.tsx';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Groups' };

export default async function GroupsPage({ searchParams }: PageProps<'/admin/groups'>) {
  const actor = await requireAdministrator();
  return (
    <AdminTableView
      actor={actor}
      title="Groups"
      meta="Groups that work on records, approve and fulfill."
      path="/admin/groups"
      lists={['group']}
      searchParams={searchParams}
    />
  );
}
