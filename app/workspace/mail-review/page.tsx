import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReviewedMails } from '#components/mail-in/reviewed-mails.tsx';
import { WaitingMails } from '#components/mail-in/waiting-mails.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { TabLinks } from '#components/ui/tab-links.tsx';
import { can } from '#lib/access/policy.ts';
import { mailsToReview, reviewedMails } from '#lib/mail-in/queries/incoming-mails.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { parsePlace, placeText, type TimePlace } from '#lib/platform/keyset.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'Email review' };

const HERE = '/workspace/mail-review';

const hrefOf = (isDone: boolean, before?: TimePlace | null) => {
  const params = new URLSearchParams({
    ...(isDone ? { show: 'done' } : {}),
    ...(before ? { before: placeText(before) } : {}),
  });
  return params.size > 0 ? `${HERE}?${params}` : HERE;
};

/** MAIL-3, MAIL-5 · Emails to review: from unknown senders, or blocked by a rule; and emails already reviewed. */
export default async function MailReviewPage({ searchParams }: PageProps<'/workspace/mail-review'>) {
  const actor = await requireActor();
  if (!can(actor, 'edit', 'case')) notFound();
  const { before, show } = await searchParams;
  const isDone = show === 'done';
  const place = parsePlace(typeof before === 'string' ? before : null);
  const { list, next } = isDone ? await done(actor, place) : await waiting(actor, place);
  return (
    <>
      <RowLinks />
      <PageHeader title="Email review" />
      <TabLinks
        label="Emails"
        links={[
          { href: hrefOf(false), label: 'Waiting', current: !isDone },
          { href: hrefOf(true), label: 'Done', current: isDone },
        ]}
      />
      {list}
      {(place || next) && (
        <Pagination
          {...(place ? { firstHref: hrefOf(isDone) } : {})}
          {...(next ? { nextHref: hrefOf(isDone, next) } : {})}
        />
      )}
    </>
  );
}

async function waiting(actor: Actor, place: TimePlace | null) {
  const { mails, next } = await mailsToReview(actor, place);
  const empty = (
    <EmptyState title="No emails to review">
      Emails that could not be filed, such as those from unknown senders, appear here.
    </EmptyState>
  );
  return { list: mails.length > 0 ? <WaitingMails mails={mails} /> : empty, next };
}

async function done(actor: Actor, place: TimePlace | null) {
  const { mails, next } = await reviewedMails(actor, place);
  const empty = <EmptyState title="No reviewed emails">Emails that were filed or discarded appear here.</EmptyState>;
  return { list: mails.length > 0 ? <ReviewedMails mails={mails} /> : empty, next };
}
