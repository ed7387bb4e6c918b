'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Popover } from '#components/ui/popover.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { BellFace, bellName } from './bell-face.tsx';
import { useCountInTitle } from './use-count-in-title.ts';
import { useUnread } from './use-unread.ts';

const InboxPanel = dynamic(() => import('./inbox-panel.tsx').then((module) => module.InboxPanel), {
  loading: () => <SkeletonRows rows={3} label="Loading the inbox" />,
});

/** The bell: its unread count is live, also in the tab's title, and it opens the newest lines. */
export function LiveBell({ unread: first }: { unread: number }) {
  const unread = useUnread(first);
  const [open, setOpen] = useState(false);
  useCountInTitle(unread);
  return (
    <Popover
      label="Inbox"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" aria-label={bellName(unread)} title={bellName(unread)} className="bell">
          <BellFace unread={unread} />
        </button>
      }
    >
      {open && <InboxPanel onLeave={() => setOpen(false)} />}
    </Popover>
  );
}
