import type { Metadata } from 'next';
import { AdminTableView } from '../admin-table-view.tsx';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Change templates' };

export default async function ChangeTemplatesPage({ searchParams }: PageProps<'/admin/change-templates'>) {
  const actor = await requireAdministrator();
  return (
    <AdminTableView
      actor={actor}
      title="Change templates"
      meta="A standard change takes all its values from one of these, and none from the case."
      path="/admin/change-templates"
      lists={['change-template']}
      searchParams={searchParams}
    />
  );
}
