import { DataTable } from '#components/ui/data-table.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { Link } from '#components/ui/link.tsx';
import type { LoggedMail } from '#lib/mail-out/queries/mail-log.ts';
import { MailStatusBadge } from './mail-status-badge.tsx';
import { ResendButton } from './resend-button.tsx';

/** ADM-9 · incoming and outgoing emails with their status and its reason. */
export function MailLogTable({ mails }: { mails: readonly LoggedMail[] }) {
  return (
    <DataTable
      caption="Email log"
      stacked
      rows={mails}
      rowKey={(mail) => mail.id}
      columns={[
        {
          heading: 'Subject',
          cellClass: 'max-md:basis-full md:min-w-56 wrap-anywhere',
          cell: (mail) => (
            <Link href={`/admin/mail/${mail.id}`} data-row-link className="font-medium hover:underline">
              {mail.subject || 'No subject'}
            </Link>
          ),
        },
        { heading: 'When', cellClass: 'whitespace-nowrap', cell: (mail) => <ExactTime at={mail.at} /> },
        { heading: 'Direction', cell: (mail) => (mail.direction === 'in' ? 'In' : 'Out') },
        {
          heading: 'From or to',
          cellClass: 'wrap-anywhere',
          cell: (mail) => (mail.who ? `${mail.who}${mail.address ? `, ${mail.address}` : ''}` : mail.address),
        },
        { heading: 'Status', cell: (mail) => <MailStatusBadge status={mail.status} /> },
        { heading: 'Why', cellClass: 'wrap-anywhere text-ink-muted md:min-w-48', cell: (mail) => <Why mail={mail} /> },
        {
          heading: 'Resend',
          headingHidden: true,
          cellClass: 'text-right',
          cell: (mail) =>
            mail.direction === 'out' &&
            mail.mayBeResent && <ResendButton id={mail.id} what={`${mail.subject} to ${mail.who || mail.address}`} />,
        },
      ]}
    />
  );
}

/** Why it was not sent (yet): the number of attempts, and the next one. */
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
