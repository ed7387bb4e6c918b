import { Banner } from '#components/ui/banner.tsx';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { type Fact, Facts } from '#components/ui/facts.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { fileSize } from '#lib/attachment/file-size.ts';
import { mailActionText } from '#lib/mail-in/mail-action-text.ts';
import type { FullMail } from '#lib/mail-in/queries/incoming-mails.ts';
import { mailIsUndecided } from '#lib/mail-in/rules/mail-is-undecided.ts';
import { isUnverified, senderWords } from '#lib/mail-out/sender-words.ts';
import { shownSender, withoutTokens } from '#lib/mail-out/shown-address.ts';

function factsOf(mail: FullMail): Fact[] {
  const words = senderWords(mail);
  const items: Fact[] = [
    { term: 'From', detail: <bdi>{shownSender(mail)}</bdi> },
    { term: 'Sender', detail: [mail.sender?.name ?? 'Unknown', words].join(', ') },
    { term: 'To', detail: withoutTokens(mail.toAddresses.join(', ')) },
    { term: 'Received', detail: <ExactTime at={mail.at} /> },
    {
      term: 'Outcome',
      detail: (
        <>
          {[mailActionText(mail), mail.reviewedBy && `by ${mail.reviewedBy}`].filter(Boolean).join(' ')}
          {mail.reviewedAt && (
            <>
              , <ExactTime at={mail.reviewedAt} />
            </>
          )}
        </>
      ),
    },
    {
      term: 'Case',
      detail: mail.number && <NumberLink number={mail.number} href={mail.href} />,
    },
    { term: 'Authentication', detail: mail.authentication },
    { term: 'Files', detail: mail.files.join(', ') },
    {
      term: 'Original',
      detail: (
        <a href={`/api/incoming-mails/${mail.id}`} download className="text-link">
          {`Download the email (${fileSize(mail.size)})`}
        </a>
      ),
    },
  ];
  return items.filter(({ detail }) => Boolean(detail));
}

/** MAIL-4, MAIL-8 · A complete email as text, with the known details of its sender. */
export function WholeMailView({ mail }: { mail: FullMail }) {
  const isWaiting = mailIsUndecided(mail.outcome).ok;
  return (
    <div className="grid max-w-4xl gap-4">
      {mail.reason && (isWaiting || !mail.reviewedBy) && (
        <Banner tone={isWaiting ? 'warning' : 'info'}>{mail.reason}</Banner>
      )}
      {mail.verdict === 'fail' && (
        <Banner tone="warning">The receiving server could not verify the sender: this email may be forged.</Banner>
      )}
      {mail.unreadable && (
        <Banner tone="warning">{`This email could not be read completely. ${mail.unreadable} Only its beginning is shown.`}</Banner>
      )}
      {mail.verdict !== 'fail' && isUnverified(mail) && (
        <Banner tone="warning">Sender not verified: no server confirmed the address that this email came from.</Banner>
      )}
      <Panel title="Text">
        <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
          {mail.text || 'This email has no text.'}
        </p>
      </Panel>
      <Panel title="Headers">
        <Facts items={factsOf(mail)} />
      </Panel>
    </div>
  );
}
