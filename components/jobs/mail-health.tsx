import { ExactTime } from '#components/ui/exact-time.tsx';
import { Facts } from '#components/ui/facts.tsx';
import { TextLink } from '#components/ui/link.tsx';
import type { Health } from '#lib/jobs/queries/health.ts';
import { CheckMailServer } from './check-mail-server.tsx';

const link = (status: string, count: number) =>
  count > 0 ? <TextLink href={`/admin/mail?status=${status}`}>{count.toLocaleString('en')}</TextLink> : '0';

/** ADM-11 · the state of outgoing emails, and whether the mail server accepts them. */
export function MailHealthFacts({ mail }: { mail: Health['mail'] }) {
  return (
    <div className="grid gap-4">
      <Facts
        items={[
          { term: 'Server', detail: mail.hasServer ? 'As set by SMTP_URL' : 'None: emails stay in the mailbox' },
          { term: 'Waiting', detail: link('queued', mail.waiting) },
          ...(mail.since ? [{ term: 'Oldest', detail: <ExactTime at={mail.since} /> }] : []),
          ...(mail.retried > 0 ? [{ term: 'Retrying', detail: String(mail.retried) }] : []),
          ...(mail.lastError ? [{ term: 'Last error', detail: mail.lastError }] : []),
          { term: 'Sent in the last 24 hours', detail: String(mail.sent) },
          { term: 'Failed in the last 24 hours', detail: link('failed', mail.failed) },
        ]}
      />
      {mail.hasServer && <CheckMailServer />}
    </div>
  );
}
