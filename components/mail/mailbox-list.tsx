import { ExactTime } from '#components/ui/exact-time.tsx';
import { Link } from '#components/ui/link.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { MailboxMail, MailboxPerson } from '#lib/mail/queries/mailbox.ts';

/** MAIL-1 · the people to whom mails were sent. */
export function MailboxPeople({ people }: { people: readonly MailboxPerson[] }) {
  return (
    <Table caption="People with emails" stacked>
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>Email</Th>
          <Th numeric>Emails</Th>
          <Th>Latest</Th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, email, mails, latest }) => (
          <tr key={id}>
            <Td className="max-md:flex-1">
              <Link href={`/admin/mailbox/${id}`} data-row-link className="text-link font-medium">
                {name}
              </Link>
            </Td>
            <Td className="wrap-anywhere max-md:basis-full">{email}</Td>
            <Td numeric data-label="Emails">
              {mails}
            </Td>
            <Td>
              <ExactTime at={latest} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** MAIL-1 · the mails of one person. */
export function MailboxMails({ personId, mails }: { personId: string; mails: readonly MailboxMail[] }) {
  return (
    <Table caption="Emails" stacked>
      <thead>
        <tr>
          <Th>Subject</Th>
          <Th>Begins with</Th>
          <Th>Sent</Th>
        </tr>
      </thead>
      <tbody>
        {mails.map(({ id, subject, beginning, at }) => (
          <tr key={id}>
            <Td className="wrap-anywhere max-md:basis-full md:min-w-56">
              <Link href={`/admin/mailbox/${personId}/${id}`} data-row-link className="text-link font-medium">
                {subject}
              </Link>
            </Td>
            <Td className="text-ink-muted wrap-anywhere max-md:basis-full">{beginning}</Td>
            <Td className="whitespace-nowrap">
              <ExactTime at={at} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
