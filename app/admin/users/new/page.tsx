import type { Metadata } from 'next';
import { NewUserForm } from '#components/admin/new-user-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { groupChoices } from '#lib/user/queries.ts';
import { requireAdministrator } from '../../require-administrator.ts';

export const metadata: Metadata = { title: 'New user' };

export default async function NewUserPage() {
  const actor = await requireAdministrator();
  return (
    <>
      <PageHeader title="New user" back={{ href: '/admin/users', label: 'Users' }} />
      <NewUserForm groups={await groupChoices(actor)} />
    </>
  );
}
