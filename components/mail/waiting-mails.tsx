import { Link } from '#components/ui/link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { WaitingMail } from '#lib/mail-in/queries/incoming-mails.ts';
import { shownSender } from '#lib/mail-in/shown-address.ts';

/** The emails that wait, with why. */
export function WaitingMails({ mails }: { mails: readonly WaitingMail[] }) {
  return (
    <Table caption="Emails to review" stacked>
      <thead>
        <tr>
          <Th>Subject</Th>
          <Th>From</Th>
          <Th>Why it waits</Th>
          <Th>Case</Th>
          <Th>Received</Th>
        </tr>
      </thead>
      <tbody>
        {mails.map(({ id, at, subject, fromName, fromAddress, reason, number }) => (
          <tr key={id}>
            <Td>
              <Link href={`/workspace/mail-review/${id}`} data-row-link className="text-link wrap-anywhere">
                <bdi>{subject || 'No subject'}</bdi>
              </Link>
            </Td>
            <Td className="wrap-anywhere">
              <bdi>{shownSender({ fromName, fromAddress })}</bdi>
            </Td>
            <Td className="wrap-anywhere">{reason}</Td>
            <Td className="record-number">{number}</Td>
            <Td>
              <RelativeTime at={at} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
