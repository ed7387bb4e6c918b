import type { Metadata } from 'next';
import { RegisterView, type SearchParams } from '../register-view.tsx';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Change templates' };

export default async function ChangeTemplatesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdministrator();
  return (
    <RegisterView
      actor={actor}
      title="Change templates"
      meta="A standard change takes all its values from one of these, and none from the case."
      path="/admin/change-templates"
      lists={['change-template']}
      searchParams={searchParams}
    />
  );
}
