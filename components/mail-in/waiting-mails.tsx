import { DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import type { WaitingMail } from '#lib/mail-in/queries/incoming-mails.ts';
import { shownSender } from '#lib/mail-out/shown-address.ts';

/** The emails that wait for review, with the reason. */
export function WaitingMails({ mails }: { mails: readonly WaitingMail[] }) {
  return (
    <DataTable
      caption="Emails to review"
      stacked
      rows={mails}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: 'Subject',
          cell: ({ id, subject }) => (
            <TextLink href={`/workspace/mail-review/${id}`} data-row-link className="wrap-anywhere">
              <bdi>{subject || 'No subject'}</bdi>
            </TextLink>
          ),
        },
        {
          heading: 'From',
          cellClass: 'wrap-anywhere',
          cell: ({ fromName, fromAddress }) => <bdi>{shownSender({ fromName, fromAddress })}</bdi>,
        },
        { heading: 'Reason', cellClass: 'wrap-anywhere', cell: ({ reason }) => reason },
        { heading: 'Case', cellClass: 'record-number', cell: ({ number }) => number },
        { heading: 'Received', cell: ({ at }) => <RelativeTime at={at} /> },
      ]}
    />
  );
}
