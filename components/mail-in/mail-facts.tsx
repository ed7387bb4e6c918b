import { MailStatusBadge } from '#components/mail-out/mail-status-badge.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { type Fact, Facts } from '#components/ui/facts.tsx';
import { TextLink } from '#components/ui/link.tsx';
import type { MailOfLog } from '#lib/mail-out/queries/logged-mail.ts';

/** A fact, or nothing if its value is empty. */
const fact = (term: string, detail: Fact['detail']): Fact[] => (detail ? [{ term, detail }] : []);

/** ADM-9 · an email's delivery: status, reason, and the next attempt. */
export function MailFacts({ mail }: { mail: MailOfLog }) {
  const common = [
    ...fact('Status', <MailStatusBadge status={mail.status} />),
    ...fact('Why', mail.reason),
    ...fact('Record', mail.number && <TextLink href={`/go/${mail.number}`}>{mail.number}</TextLink>),
  ];
  const id = fact('Message-ID', <span className="wrap-anywhere">{mail.messageId}</span>);
  if (mail.direction === 'in')
    return (
      <Facts
        items={[
          ...common,
          ...fact('From', `${mail.from}, ${mail.sender}`),
          ...fact('To', mail.to),
          ...fact('Received', <ExactTime at={mail.at} />),
          ...id,
        ]}
      />
    );
  const { recipient } = mail;
  return (
    <Facts
      items={[
        ...common,
        ...fact('Event', mail.event),
        ...fact('Tries', mail.tries > 0 && String(mail.tries)),
        ...fact('Last error', mail.lastError),
        ...fact('Next try', mail.nextTryAt && <ExactTime at={mail.nextTryAt} />),
        ...fact('Sent', mail.sentAt && <ExactTime at={mail.sentAt} />),
        ...fact('Recipient', recipient && <TextLink href={`/admin/users/${recipient.id}`}>{recipient.name}</TextLink>),
        ...fact('Address', recipient?.unreachable && `Cannot be reached: ${recipient.unreachable}`),
        ...id,
      ]}
    />
  );
}
