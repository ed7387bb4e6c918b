import { redirect } from 'next/navigation';
import { adminPagesOf } from '#components/admin/admin-pages.ts';
import { requireAuthor } from './require-administrator.ts';

/** The first page of administration that is there for the actor. */
export default async function AdminPage() {
  const [first] = adminPagesOf(await requireAuthor());
  redirect(first?.href ?? '/workspace');
}
