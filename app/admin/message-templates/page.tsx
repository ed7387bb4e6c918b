import type { Metadata } from 'next';
import { AdminTableView, type SearchParams } from '../admin-table-view.tsx';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Message templates' };

export default async function MessageTemplatesPage({ searchParams }: { searchParams: SearchParams }) {
  const actor = await requireAdministrator();
  return (
    <AdminTableView
      actor={actor}
      title="Message templates"
      meta="What a message to many customers can begin with, in Notify Customers and Generate Proactive Cases."
      path="/admin/message-templates"
      lists={['message-template']}
      searchParams={searchParams}
    />
  );
}
