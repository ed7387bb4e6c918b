import type { Metadata } from 'next';
import { MailboxPeople } from '#components/mail-out/mailbox-list.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { PageSearch } from '#components/ui/page-search.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { mailboxPeople } from '#lib/mail-out/queries/mailbox.ts';
import { MailboxQuery } from '#lib/mail-out/schema.ts';
import { smtpUrl } from '#lib/platform/env.ts';
import { requireAdministrator } from '../require-administrator.ts';

export const metadata: Metadata = { title: 'Mailbox' };

export default async function MailboxPage({ searchParams }: PageProps<'/admin/mailbox'>) {
  const actor = await requireAdministrator();
  const query = MailboxQuery.parse(await searchParams);
  const { people, next } = await mailboxPeople(actor, query);
  const href = (place: Record<string, string>) =>
    `/admin/mailbox?${new URLSearchParams({ ...(query.q ? { q: query.q } : {}), ...place })}`;
  return (
    <>
      <PageHeader
        title="Mailbox"
        meta={
          smtpUrl()
            ? 'Emails are sent through your email server. These are the emails sent to each person.'
            : 'No email server is set up: emails are not sent, and can be read here.'
        }
        actions={<PageSearch action="/admin/mailbox" defaultValue={query.q} placeholder="Name or email address" />}
      />
      {people.length === 0 ? (
        <EmptyState title={query.q ? 'No matching people' : 'No emails yet'}>
          {query.q ? 'Search by a part of the name or the email address.' : 'Emails appear here once they are sent.'}
        </EmptyState>
      ) : (
        <MailboxPeople people={people} />
      )}
      <RowLinks />
      <Pagination firstHref={query.after && href({})} nextHref={next ? href({ after: next }) : undefined} />
    </>
  );
}
