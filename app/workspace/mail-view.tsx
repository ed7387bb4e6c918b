import { notFound } from 'next/navigation';
import { ReviewActions } from '#components/mail-in/review-actions.tsx';
import { WholeMailView } from '#components/mail-in/whole-mail.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { kindsToAdd } from '#lib/access/customers.ts';
import { fullMail, nextToReview } from '#lib/mail-in/queries/incoming-mails.ts';
import type { Person } from '#lib/platform/actor.ts';
import { isUuid } from '#lib/platform/uuid.ts';

interface MailPageProps {
  actor: Person;
  id: string;
  back: { href: string; label: string };
  /** In the review, a reviewed email links to the next one. */
  isReview?: boolean;
}

/** MAIL-4, MAIL-5 · A whole email, and the actions on it. */
export async function MailView({ actor, id, back, isReview = false }: MailPageProps) {
  const mail = isUuid(id) ? await fullMail(actor, id) : null;
  if (!mail) notFound();
  const { sender, can, fromName, fromAddress } = mail;
  const kinds = kindsToAdd(actor);
  const next = isReview && can !== 'review' ? await nextToReview(actor, mail) : null;
  return (
    <>
      <PageHeader
        title={mail.subject || 'No subject'}
        back={back}
        meta={next && <TextLink href={`/workspace/mail-review/${next}`}>Next email to review</TextLink>}
        actions={
          can && (
            <ReviewActions
              id={id}
              can={can}
              customer={sender && sender.is !== 'internal' ? sender.name : null}
              number={mail.fileTo}
              filedTo={mail.number}
              unknownSender={
                !sender && fromAddress && kinds.length > 0 ? { name: fromName, email: fromAddress, kinds } : null
              }
            />
          )
        }
      />
      <WholeMailView mail={mail} />
    </>
  );
}
