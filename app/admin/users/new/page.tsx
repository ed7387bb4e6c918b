import type { Metadata } from 'next';
import { NewUserForm } from '#components/admin/new-user-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { requireAdministrator } from '../../require-administrator.ts';

export const metadata: Metadata = { title: 'New user' };

export default async function NewUserPage() {
  await requireAdministrator();
  return (
    <>
      <PageHeader title="New user" back={{ href: '/admin/users', label: 'Users' }} />
      <NewUserForm />
    </>
  );
}
