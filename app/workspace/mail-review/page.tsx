import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { WaitingMails } from '#components/mail/waiting-mails.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { can } from '#lib/access/policy.ts';
import { mailsToReview } from '#lib/mail-in/queries/incoming-mails.ts';
import { parsePlace, placeText } from '#lib/platform/keyset.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'Email review' };

/** MAIL-3, MAIL-5 · The emails that somebody has to look at: from unknown senders, or in the way of a rule. */
export default async function MailReviewPage({ searchParams }: PageProps<'/workspace/mail-review'>) {
  const actor = await requireActor();
  if (!can(actor, 'edit', 'case')) notFound();
  const { before } = await searchParams;
  const place = parsePlace(typeof before === 'string' ? before : null);
  const { mails, next } = await mailsToReview(actor, place);
  return (
    <>
      <RowLinks />
      <PageHeader title="Email review" />
      {mails.length > 0 ? (
        <WaitingMails mails={mails} />
      ) : (
        <EmptyState title="No emails to review">
          Emails that could not be filed, such as those from unknown senders, appear here.
        </EmptyState>
      )}
      {(place || next) && (
        <Pagination
          {...(place ? { firstHref: '/workspace/mail-review' } : {})}
          {...(next ? { nextHref: `/workspace/mail-review?before=${encodeURIComponent(placeText(next))}` } : {})}
        />
      )}
    </>
  );
}
