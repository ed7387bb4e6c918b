import { DataTable } from '#components/ui/data-table.tsx';
import { Link } from '#components/ui/link.tsx';
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
            <Link href={`/workspace/mail-review/${id}`} data-row-link className="text-link wrap-anywhere">
              <bdi>{subject || 'No subject'}</bdi>
            </Link>
          ),
        },
        {
          heading: 'From',
          cellClass: 'wrap-anywhere',
          cell: ({ fromName, fromAddress }) => <bdi>{shownSender({ fromName, fromAddress })}</bdi>,
        },
        { heading: 'Why it waits', cellClass: 'wrap-anywhere', cell: ({ reason }) => reason },
        { heading: 'Case', cellClass: 'record-number', cell: ({ number }) => number },
        { heading: 'Received', cell: ({ at }) => <RelativeTime at={at} /> },
      ]}
    />
  );
}
