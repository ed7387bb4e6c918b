import type { Metadata } from 'next';
import { foundOrNot } from '#app/found-or-not.ts';
import { AnswerMail } from '#components/mail-in/answer-mail.tsx';
import { MailReader } from '#components/mail-in/mail-reader.tsx';
import { SentAnswers } from '#components/mail-in/sent-answers.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { isAnswerable } from '#lib/mail-in/rules/is-answerable.ts';
import { answersTo, mailAsRead, mailboxOf } from '#lib/mail-out/queries/mailbox.ts';
import { smtpUrl } from '#lib/platform/env.ts';
import { requireAdministrator } from '../../../require-administrator.ts';

export const metadata: Metadata = { title: 'Email' };

export default async function MailboxMailPage({ params }: PageProps<'/admin/mailbox/[person]/[mail]'>) {
  const actor = await requireAdministrator();
  const { person: personId, mail: id } = await params;
  const [{ person }, mail] = await foundOrNot(
    Promise.all([mailboxOf(actor, personId, ''), mailAsRead(actor, id, personId)]),
  );
  const answers = await answersTo(actor, id);
  const mayAnswer = isAnswerable({ hasServer: smtpUrl() !== null, replyTo: mail.replyTo, status: 'sent' }).ok;
  return (
    <>
      <PageHeader title={mail.subject} back={{ href: `/admin/mailbox/${person.id}`, label: person.name }} />
      <MailReader mail={mail} />
      {answers.length > 0 && <SentAnswers answers={answers} />}
      {mayAnswer && (
        <Panel title="Answer" className="mt-4">
          <AnswerMail id={id} recipient={person.name} />
        </Panel>
      )}
    </>
  );
}
