import { Link, TextLink } from '#components/ui/link.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import { mailDone } from '#lib/mail-in/mail-done.ts';
import type { ReviewedMail } from '#lib/mail-in/queries/incoming-mails.ts';
import { shownSender } from '#lib/mail-in/shown-address.ts';
import { pathOfNumber } from '#lib/task/kind.ts';

/** MAIL-5 · The emails that were reviewed: who did what with them, when, and where they are. */
export function ReviewedMails({ mails }: { mails: readonly ReviewedMail[] }) {
  return (
    <Table caption="Reviewed emails" stacked>
      <thead>
        <tr>
          <Th>Subject</Th>
          <Th>From</Th>
          <Th>Done</Th>
          <Th>Case</Th>
          <Th>By</Th>
          <Th>When</Th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id}>
            <Td className="max-md:basis-full">
              <Link href={`/workspace/mail-review/${mail.id}`} data-row-link className="text-link wrap-anywhere">
                <bdi>{mail.subject || 'No subject'}</bdi>
              </Link>
            </Td>
            <Td className="wrap-anywhere">
              <bdi>{shownSender(mail)}</bdi>
            </Td>
            <Td>{mailDone(mail)}</Td>
            <Td>
              {mail.number && (
                <TextLink href={pathOfNumber(mail.number)} className="record-number">
                  {mail.number}
                </TextLink>
              )}
            </Td>
            <Td>{mail.by}</Td>
            <Td>
              <RelativeTime at={mail.reviewedAt} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
