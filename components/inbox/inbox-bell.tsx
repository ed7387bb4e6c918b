'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { Link } from '#components/ui/link.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { useInBrowser } from '#components/ui/use-in-browser.ts';
import { shownCount } from '#lib/inbox/shown-count.ts';
import { BellFace, bellName, INBOX } from './bell-face.tsx';
import { useUnread } from './use-unread.ts';

/** Shown first, and as the fallback if scripts fail to load: a link. */
function BellLink({ unread }: { unread: number }) {
  const name = bellName(unread);
  return (
    <Link href={INBOX} aria-label={name} title={name} className="bell">
      <BellFace unread={unread} />
    </Link>
  );
}

/** The link to the inbox, with its unread count. */
export function InboxBell(props: { unread: number }) {
  return useInBrowser() ? <LiveBell {...props} /> : <BellLink {...props} />;
}

const InboxPanel = dynamic(() => import('./inbox-panel.tsx').then((module) => module.InboxPanel), {
  loading: () => <SkeletonRows rows={3} label="Loading the inbox" />,
});

/** The bell: its unread count is live, also in the tab's title, and it opens the newest lines. */
function LiveBell({ unread: first }: { unread: number }) {
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

const COUNT = /^\(\d+\+?\) /;

/** Puts a count in front of the tab's title, including later titles; nothing for 0. */
function useCountInTitle(count: number) {
  useEffect(() => {
    const write = () => {
      const title = document.title.replace(COUNT, '');
      const counted = count > 0 ? `(${shownCount(count)}) ${title}` : title;
      if (document.title !== counted) document.title = counted;
    };
    write();
    const watching = new MutationObserver(write);
    watching.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watching.disconnect();
  }, [count]);
}
