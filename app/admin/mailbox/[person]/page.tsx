import type { Metadata } from 'next';
import { foundOrNot } from '#app/found-or-not.ts';
import { MailboxMails } from '#components/mail-out/mailbox-list.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { mailboxOf } from '#lib/mail-out/queries/mailbox.ts';
import { MailboxQuery } from '#lib/mail-out/schema.ts';
import { requireAdministrator } from '../../require-administrator.ts';

export const metadata: Metadata = { title: 'Mailbox' };

export default async function PersonsMailboxPage({ params, searchParams }: PageProps<'/admin/mailbox/[person]'>) {
  const actor = await requireAdministrator();
  const { after } = MailboxQuery.parse(await searchParams);
  const { person, mails, next } = await foundOrNot(mailboxOf(actor, (await params).person, after));
  const here = `/admin/mailbox/${person.id}`;
  return (
    <>
      <PageHeader title={person.name} meta={person.email} back={{ href: '/admin/mailbox', label: 'Mailbox' }} />
      {mails.length === 0 ? (
        <EmptyState title="No emails">Emails to {person.name} appear here once they are sent.</EmptyState>
      ) : (
        <MailboxMails personId={person.id} mails={mails} />
      )}
      <RowLinks />
      <Pagination
        firstHref={after && here}
        nextHref={next ? `${here}?${new URLSearchParams({ after: next })}` : undefined}
      />
    </>
  );
}
