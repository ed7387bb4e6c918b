import { DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { NumberLink } from '#components/ui/number-link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { mailActionText } from '#lib/mail-in/mail-action-text.ts';
import type { ReviewedMail } from '#lib/mail-in/queries/incoming-mails.ts';
import { shownSender } from '#lib/mail-out/shown-address.ts';
import { pathOfNumber } from '#lib/record/kind.ts';

/** MAIL-5 · Reviewed emails: who did what, when, and where the emails are now. */
export function ReviewedMails({ mails }: { mails: readonly ReviewedMail[] }) {
  return (
    <DataTable
      caption="Reviewed emails"
      stacked
      rows={mails}
      rowKey={(mail) => mail.id}
      columns={[
        {
          heading: 'Subject',
          cellClass: 'max-md:basis-full',
          cell: (mail) => (
            <TextLink href={`/workspace/mail-review/${mail.id}`} data-row-link className="wrap-anywhere">
              <bdi>{mail.subject || 'No subject'}</bdi>
            </TextLink>
          ),
        },
        { heading: 'From', cellClass: 'wrap-anywhere', cell: (mail) => <bdi>{shownSender(mail)}</bdi> },
        { heading: 'Done', cell: (mail) => mailActionText(mail) },
        {
          heading: 'Case',
          cell: (mail) => mail.number && <NumberLink number={mail.number} href={pathOfNumber(mail.number)} />,
        },
        { heading: 'By', cell: (mail) => mail.by },
        { heading: 'When', cell: (mail) => <RelativeTime at={mail.reviewedAt} /> },
      ]}
    />
  );
}
