import { ExactTime } from '#components/ui/exact-time.tsx';
import { Link } from '#components/ui/link.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { LoggedMail } from '#lib/mail/queries/mail-log.ts';
import { MailStatusBadge } from './mail-status-badge.tsx';
import { ResendButton } from './resend-button.tsx';

/** ADM-9 · mails in and out, with what became of each and why. */
export function MailLogTable({ mails }: { mails: readonly LoggedMail[] }) {
  return (
    <Table caption="Email log" stacked>
      <thead>
        <tr>
          <Th>Subject</Th>
          <Th>When</Th>
          <Th>Direction</Th>
          <Th>From or to</Th>
          <Th>Status</Th>
          <Th>Why</Th>
          <Th>
            <span className="sr-only">Resend</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id}>
            <Td className="max-md:basis-full md:min-w-56 wrap-anywhere">
              <Link href={`/admin/mail/${mail.id}`} data-row-link className="font-medium hover:underline">
                {mail.subject || 'No subject'}
              </Link>
            </Td>
            <Td className="whitespace-nowrap">
              <ExactTime at={mail.at} />
            </Td>
            <Td>{mail.direction === 'in' ? 'In' : 'Out'}</Td>
            <Td className="wrap-anywhere">
              {mail.who ? `${mail.who}${mail.address ? `, ${mail.address}` : ''}` : mail.address}
            </Td>
            <Td>
              <MailStatusBadge status={mail.status} />
            </Td>
            <Td className="wrap-anywhere text-ink-muted md:min-w-48">
              <Why mail={mail} />
            </Td>
            <Td className="text-right">
              {mail.direction === 'out' && mail.mayBeResent && (
                <ResendButton id={mail.id} what={`${mail.subject} to ${mail.who || mail.address}`} />
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Why it was not sent, or not yet; how often it was tried, and when it is tried next. */
function Why({ mail }: { mail: LoggedMail }) {
  if (mail.direction === 'in') return mail.reason;
  const { reason, lastError, tries, nextTryAt } = mail;
  const words = [reason, lastError].filter(Boolean).join(': ');
  if (tries === 0 || mail.status === 'sent') return words;
  return (
    <>
      {words} ({tries === 1 ? '1 try' : `${tries} tries`}
      {nextTryAt && (
        <>
          , next <ExactTime at={nextTryAt} />
        </>
      )}
      )
    </>
  );
}
