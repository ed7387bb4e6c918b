import type { Metadata } from 'next';
import { TextLink } from '#components/ui/link.tsx';
import { AdminTableView } from '../admin-table-view.tsx';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Message templates' };

export default async function MessageTemplatesPage({ searchParams }: PageProps<'/admin/message-templates'>) {
  const actor = await requireAdministrator();
  return (
    <AdminTableView
      actor={actor}
      title="Message templates"
      meta={
        <>
          <span>Starting texts for messages to many customers, in Notify Customers and Generate Proactive Cases.</span>
          <span>
            To remove one that was added by mistake, undo its addition in the{' '}
            <TextLink href="/admin/audit" className="underline">
              audit log
            </TextLink>
            .
          </span>
        </>
      }
      path="/admin/message-templates"
      lists={['message-template']}
      searchParams={searchParams}
    />
  );
}
