import type { Metadata } from 'next';
import { foundOrNot } from '#app/found-or-not.ts';
import { MailFacts } from '#components/mail-in/mail-facts.tsx';
import { MailReader } from '#components/mail-in/mail-reader.tsx';
import { ResendButton } from '#components/mail-out/resend-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { mailOfLog } from '#lib/mail-out/queries/logged-mail.ts';
import { requireAdministrator } from '../../require-administrator.ts';

export const metadata: Metadata = { title: 'Email' };

export default async function LoggedMailPage({ params }: PageProps<'/admin/mail/[id]'>) {
  const actor = await requireAdministrator();
  const { id } = await params;
  const mail = await foundOrNot(mailOfLog(actor, id));
  return (
    <>
      <PageHeader
        title={mail.subject || 'No subject'}
        back={{ href: '/admin/mail', label: 'Email log' }}
        actions={mail.direction === 'out' && mail.mayBeResent && <ResendButton id={id} what={mail.subject} />}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[1fr_24rem]">
        <Panel title="Email">
          {mail.direction === 'out' ? (
            <MailReader mail={mail.read} />
          ) : (
            <p className="wrap-anywhere whitespace-pre-wrap">{mail.text}</p>
          )}
        </Panel>
        <Panel title="Delivery">
          <MailFacts mail={mail} />
        </Panel>
      </div>
    </>
  );
}
