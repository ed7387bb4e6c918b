import type { Metadata } from 'next';
import { RoleTable } from '#components/admin/role-table.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { listRoles } from '#lib/user/role-table.ts';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Roles' };

export default async function RolesPage() {
  const actor = await requireAdministrator();
  return (
    <>
      <PageHeader
        title="Roles"
        meta="Roles include the permissions of the roles they contain. The counts show active users."
      />
      <RoleTable roles={await listRoles(actor)} />
    </>
  );
}
