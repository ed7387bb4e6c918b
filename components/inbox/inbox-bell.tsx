'use client';

import { Link } from '#components/ui/link.tsx';
import { useInBrowser } from '#components/ui/use-in-browser.ts';
import { BellFace, bellName, INBOX } from './bell-face.tsx';
import { LiveBell } from './live-bell.tsx';

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
