'use client';

import { TextLink } from '#components/ui/link.tsx';
import { useReader } from '#components/ui/locale-provider.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { INBOX } from './bell-face.tsx';
import { InboxFoot } from './inbox-foot.tsx';
import { InboxGroups } from './inbox-groups.tsx';
import { MarkRead } from './mark-read.tsx';
import { useInbox } from './use-inbox.ts';

/** The newest lines of the inbox, below the bell. */
export function InboxPanel({ onLeave }: { onLeave: () => void }) {
  const inbox = useInbox();
  const reader = useReader();
  return (
    <div className="-m-3">
      <div className="flex items-center justify-between gap-2 border-b px-3 py-1.5">
        <h2 className="font-semibold">Inbox</h2>
        <MarkRead items={inbox.items} />
      </div>
      {inbox.loading && (
        <div className="px-3">
          <SkeletonRows rows={3} label="Loading the inbox" />
        </div>
      )}
      <InboxGroups items={inbox.items} reader={reader} onLeave={onLeave} />
      <InboxFoot {...inbox} />
      <p className="border-t px-3 py-2 text-sm">
        <TextLink href={INBOX} onClick={onLeave}>
          Open the inbox
        </TextLink>
      </p>
    </div>
  );
}
