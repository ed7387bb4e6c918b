import { redirect } from 'next/navigation';
import { adminPagesOf } from '#components/admin/admin-pages.ts';
import { requireSomePage } from './require-administrator.ts';

/** Redirects to the first administration page that the actor may open. */
export default async function AdminPage() {
  const [first] = adminPagesOf(await requireSomePage());
  redirect(first?.href ?? '/workspace');
}
