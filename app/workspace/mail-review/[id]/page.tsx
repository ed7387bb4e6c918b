import type { Metadata } from 'next';
import { can } from '#lib/access/policy.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { MailView } from '../../mail-view.tsx';

export const metadata: Metadata = { title: 'Email' };

/** MAIL-5 · An email in the review. */
export default async function ReviewedMailPage({ params }: PageProps<'/workspace/mail-review/[id]'>) {
  const actor = await requireActor();
  const { id } = await params;
  const back = can(actor, 'edit', 'case')
    ? { href: '/workspace/mail-review', label: 'Email review' }
    : { href: '/workspace', label: 'Home' };
  return <MailView actor={actor} id={id} back={back} isReview />;
}
