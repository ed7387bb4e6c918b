import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReviewActions } from '#components/mail/review-actions.tsx';
import { WholeMailView } from '#components/mail/whole-mail.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { can } from '#lib/access/policy.ts';
import { wholeMail } from '#lib/mail-in/queries/incoming-mails.ts';
import { isUuid } from '#lib/platform/uuid.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'Email' };

/** MAIL-4 · A whole email, and what can be done with one that waits. */
export default async function MailPage({ params }: PageProps<'/workspace/mail-review/[id]'>) {
  const actor = await requireActor();
  const { id } = await params;
  const mail = isUuid(id) ? await wholeMail(actor, id) : null;
  if (!mail) notFound();
  const { sender, isWaiting } = mail;
  const customer = sender && sender.is !== 'internal' ? sender.name : null;
  return (
    <>
      <PageHeader
        title={mail.subject || 'No subject'}
        back={
          can(actor, 'edit', 'case')
            ? { href: '/workspace/mail-review', label: 'Email review' }
            : { href: '/workspace', label: 'Home' }
        }
        actions={isWaiting && <ReviewActions id={id} customer={customer} number={mail.fileTo} />}
      />
      <WholeMailView mail={mail} />
    </>
  );
}
