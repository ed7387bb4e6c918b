import type { Metadata } from 'next';
import { InboxWeeks } from '#components/inbox/inbox-weeks.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { serialize } from '#components/ui/serialized.ts';
import { readInbox } from '#lib/inbox/queries/inbox.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'Inbox' };

/** All notifications of the user, grouped by week. */
export default async function InboxPage() {
  const actor = await requireActor();
  const first = await readInbox(actor);
  return (
    <>
      <RowLinks />
      <PageHeader title="Inbox" />
      <InboxWeeks first={serialize(first)} />
    </>
  );
}
