import { DataTable } from '#components/ui/data-table.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { TextLink } from '#components/ui/link.tsx';
import type { MailboxMail, MailboxPerson } from '#lib/mail-out/queries/mailbox.ts';

/** MAIL-1 · the recipients of emails. */
export function MailboxPeople({ people }: { people: readonly MailboxPerson[] }) {
  return (
    <DataTable
      caption="People with emails"
      stacked
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: 'Name',
          cellClass: 'max-md:flex-1',
          cell: ({ id, name }) => (
            <TextLink href={`/admin/mailbox/${id}`} data-row-link className="font-medium">
              {name}
            </TextLink>
          ),
        },
        { heading: 'Email', cellClass: 'wrap-anywhere max-md:basis-full', cell: ({ email }) => email },
        { heading: 'Emails', labeled: true, numeric: true, cell: ({ mails }) => mails },
        { heading: 'Latest', cell: ({ latest }) => <ExactTime at={latest} /> },
      ]}
    />
  );
}

/** MAIL-1 · the emails of one recipient. */
export function MailboxMails({ personId, mails }: { personId: string; mails: readonly MailboxMail[] }) {
  return (
    <DataTable
      caption="Emails"
      stacked
      rows={mails}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: 'Subject',
          cellClass: 'wrap-anywhere max-md:basis-full md:min-w-56',
          cell: ({ id, subject }) => (
            <TextLink href={`/admin/mailbox/${personId}/${id}`} data-row-link className="font-medium">
              {subject}
            </TextLink>
          ),
        },
        {
          heading: 'Preview',
          cellClass: 'text-ink-muted wrap-anywhere max-md:basis-full',
          cell: ({ beginning }) => beginning,
        },
        { heading: 'Sent', cellClass: 'whitespace-nowrap', cell: ({ at }) => <ExactTime at={at} /> },
      ]}
    />
  );
}
