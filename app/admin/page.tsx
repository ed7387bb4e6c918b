import { redirect } from 'next/navigation';
import { adminPagesOf } from '#components/admin/admin-pages.ts';
import { requireSomePage } from './require-administrator.ts';

/** The first page of administration that is there for the actor. */
export default async function AdminPage() {
  const [first] = adminPagesOf(await requireSomePage());
  redirect(first?.href ?? '/workspace');
}
